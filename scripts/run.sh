#!/usr/bin/env bash
# From a clean clone to the finished main job: set-up, release build, then scripts/main-job.sh.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/words.sh
tell run "首次运行会安装缺少的软件包并编译程序，约需 10 分钟；之后只需数秒" \
    "a first run installs what is missing and builds the program, about 10 minutes; later ones take seconds"
scripts/setup.sh build run
scripts/fetch-echarts.sh || tell run "未取得图表库，报告只有静态图" "no chart library; the report will show its drawn charts only"
tell run "正在编译" "building"
swift build --configuration release --product juesuan >&2
exec scripts/main-job.sh
