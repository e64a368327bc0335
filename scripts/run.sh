#!/usr/bin/env bash
# From a clean clone to the finished main job: set-up, release build, then scripts/main-job.sh.
set -euo pipefail
cd "$(dirname "$0")/.."
scripts/setup.sh build run
scripts/fetch-echarts.sh || echo "run: the report will show its drawn charts only" >&2
echo "run: building (the first time takes a few minutes)" >&2
swift build --configuration release --product juesuan >&2
exec scripts/main-job.sh
