#!/usr/bin/env bash
# Fetches ECharts 6.0.0 for interactive charts in reports: scripts/fetch-echarts.sh
# Takes echarts.min.js (Apache-2.0) from the PyPI wheel panel 1.9.4, checks both against their SHA-256 and puts it into
# Data/vendor/, which git ignores. Without it reports keep their drawn charts and tables.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/words.sh

wheel_sha256=c89c4c1e728297daf0628ea5070fb0da8ad77781e2a3142d302479537c1de6a4
script_sha256=baa8dfe7e1d9336b98e8986ba7e20ea15e7cdbea1ef42a59d59478632fa45a1d
member=panel/dist/bundled/echarts/echarts@6.0.0/dist/echarts.min.js
target=Data/vendor/echarts.min.js

matches() { [ -f "$2" ] && echo "$1  $2" | sha256sum --check --status; }
if matches "$script_sha256" "$target"; then exit 0; fi

command -v pip3 >/dev/null || { tell fetch-echarts "没有 pip3，请安装 python3-pip" "no pip3; install the package python3-pip"; exit 69; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
tell fetch-echarts "正在下载 panel 1.9.4（30 MB）" "downloading the wheel panel 1.9.4 (30 MB)"
pip3 download --quiet --disable-pip-version-check --no-deps --only-binary=:all: --dest "$folder" panel==1.9.4 >&2 \
    || { tell fetch-echarts "无法下载 panel 1.9.4，请检查网络后重试" "pip could not download panel 1.9.4; check the network and run again"; exit 69; }
wheel=$(echo "$folder"/panel-1.9.4-*.whl)
matches "$wheel_sha256" "$wheel" || { tell fetch-echarts "$wheel 的 SHA-256 不符" "$wheel does not have the expected SHA-256"; exit 65; }
python3 -c 'import sys, zipfile; sys.stdout.buffer.write(zipfile.ZipFile(sys.argv[1]).read(sys.argv[2]))' \
    "$wheel" "$member" >"$folder/echarts.min.js"
matches "$script_sha256" "$folder/echarts.min.js" \
    || { tell fetch-echarts "echarts.min.js 的 SHA-256 不符" "echarts.min.js does not have the expected SHA-256"; exit 65; }
mkdir -p Data/vendor
cp "$folder/echarts.min.js" "$target.tmp"
mv "$target.tmp" "$target"
tell fetch-echarts "$target" "$target"
