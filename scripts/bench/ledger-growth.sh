#!/usr/bin/env bash
# How import, list, compare and verify grow with the number of documents: scripts/bench/ledger-growth.sh [DOCUMENTS …]
set -euo pipefail
cd "$(dirname "$0")/../.."
scripts/setup.sh build run
swift build -c release --product juesuan >/dev/null 2>&1
exec python3 scripts/bench/growth/run.py "$(swift build -c release --show-bin-path)/juesuan" "$@"
