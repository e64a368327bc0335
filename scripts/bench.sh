#!/usr/bin/env bash
# Runs one benchmark, or all of them: scripts/bench.sh [NAME …]
# Every benchmark prints ratios against a peer or a bound measured in the same run.
set -euo pipefail
cd "$(dirname "$0")/.."
names=("$@")
if [ ${#names[@]} -eq 0 ]; then
    for file in scripts/bench/*.sh; do names+=("$(basename "$file" .sh)"); done
fi
for name in "${names[@]}"; do
    if [ ! -x "scripts/bench/$name.sh" ]; then
        echo "bench.sh: no benchmark called '$name'; there are: $(cd scripts/bench && ls ./*.sh | sed 's|\./||; s|\.sh$||' | tr '\n' ' ')" >&2
        exit 64
    fi
    echo "== $name"
    "scripts/bench/$name.sh"
done
