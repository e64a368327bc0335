#!/usr/bin/env bash
# Loading the subject tables, resolving names, joining series. Loading is held against a bound of 2 ms and against
# Python's csv module reading the same files without building any index.
set -euo pipefail
cd "$(dirname "$0")/../.."
program=$(mktemp -d)
trap 'rm -rf "$program"' EXIT
# The domain alone, and the platform below it: nothing else is loaded that would blur the figure.
compile() { swiftc -O -wmo -swift-version 6 -package-name juesuan -I "$program" -I Sources/CNettle "$@"; }
find Sources/Platform -name '*.swift' -print0 \
    | xargs -0 swiftc -O -wmo -swift-version 6 -package-name juesuan -I Sources/CNettle -parse-as-library \
        -emit-library -static -emit-module -emit-module-path "$program/Platform.swiftmodule" -module-name Platform \
        -o "$program/libPlatform.a"
mapfile -d '' domain < <(find Sources/FinalAccounts -name '*.swift' -print0)
compile "${domain[@]}" scripts/bench/subjects/main.swift -L "$program" -lPlatform -lnettle -o "$program/subjects"
"$program/subjects" Data/subjects > "$program/ours"
peer=$(python3 - <<'PY'
import csv, statistics, time
names = ["functional", "economic", "crosswalk"]
texts = [open(f"Data/subjects/{name}.tsv", encoding="utf-8").read().splitlines() for name in names]
times = []
for _ in range(101):
    start = time.perf_counter()
    for text in texts:
        list(csv.reader(text, delimiter="\t"))
    times.append(time.perf_counter() - start)
print(statistics.median(times) * 1e6)
PY
)
awk -v peer="$peer" '
    { value[$1] = $2 }
    END {
        printf "load all three tables      %8.2f ms   bound 2 ms: %.2f of it; Python csv, no index: %.2f ms (ratio %.2f)\n",
            value["load"] / 1000, value["load"] / 2000, peer / 1000, value["load"] / peer
        printf "resolve a path of names    %8.2f µs\n", value["resolve"]
        printf "series from 10,000 lines   %8.2f ms by their names alone, %.2f ms resolved and joined (ratio %.2f)\n",
            value["plain"] / 1000, value["joined"] / 1000, value["joined"] / value["plain"]
        exit value["load"] > 2000
    }' "$program/ours"
