#!/usr/bin/env bash
# Every test, after the same set-up as scripts/run.sh: scripts/test.sh [arguments of swift test …]
# Without arguments a minute of fuzzing over all parsers follows.
set -euo pipefail
cd "$(dirname "$0")/.."
scripts/setup.sh build run test
swift test "$@"
[ $# -gt 0 ] || scripts/fuzz.sh smoke 60
