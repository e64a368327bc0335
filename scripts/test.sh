#!/usr/bin/env bash
# Every test, after the same set-up as scripts/run.sh: scripts/test.sh [arguments of swift test …]
set -euo pipefail
cd "$(dirname "$0")/.."
scripts/setup.sh build run test
exec swift test "$@"
