#!/usr/bin/env bash
# One truth a year over seeded disclosures, through the program: scripts/accuracy/editions.sh [SEEDS]
set -euo pipefail
cd "$(dirname "$0")/../.."
scripts/setup.sh build run
swift build -c release --product juesuan >/dev/null 2>&1
exec python3 scripts/accuracy/editions.py "$(swift build -c release --show-bin-path)/juesuan" "$@"
