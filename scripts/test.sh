#!/usr/bin/env bash
# Every test, after the same set-up as scripts/run.sh: scripts/test.sh [arguments of swift test …]
# Without arguments the running service is held against its description afterwards.
set -euo pipefail
cd "$(dirname "$0")/.."
scripts/setup.sh build run test
# Pages are looked at with live figures and by axe-core; where nothing can be fetched a newcomer's tests do without, CI does not.
scripts/fetch-echarts.sh || { echo "test: pages are looked at without live figures" >&2; [ "${CI:-}" != true ]; }
scripts/fetch-axe.sh >/dev/null || { echo "test: pages are looked at without axe-core" >&2; [ "${CI:-}" != true ]; }
# All tests together take less time with an optimized product, one suite less without.
[ $# -gt 0 ] || export JUESUAN_OPTIMIZED=1
swift test "$@"
[ $# -eq 0 ] || exit 0
JUESUAN=$(swift build --show-bin-path)/juesuan scripts/service/schemathesis.sh smoke
