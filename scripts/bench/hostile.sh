#!/usr/bin/env bash
# Time and memory of files made to hurt: each must end with a clear error within 10 s and 1 GB. The bound is the ratio's base.
set -euo pipefail
cd "$(dirname "$0")/../.."
scripts/setup.sh build run
swift build -c release --product juesuan >/dev/null 2>&1
binary=$(swift build -c release --show-bin-path)/juesuan
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
exec python3 scripts/bench/hostile/run.py "$binary" "$folder"
