#!/usr/bin/env bash
# Installs the Debian packages this project needs and does not find: scripts/setup.sh PURPOSE …
# The purposes are those of scripts/packages.txt. Says what it installs; installs nothing when nothing is missing.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/words.sh

if ! command -v swift >/dev/null; then
    tell setup "找不到 swift，请从 https://www.swift.org/install/ 安装 Swift 6.2 或更高版本" \
        "no 'swift' on the PATH; install Swift 6.2 or later from https://www.swift.org/install/"
    exit 69
fi
if ! command -v dpkg-query >/dev/null; then
    tell setup "不是 Debian 系统，请自行安装 scripts/packages.txt 所列软件包" \
        "not a Debian system; install the packages of scripts/packages.txt by hand"
    exit 0
fi

missing=()
while read -r purpose package _; do
    [[ " $* " == *" $purpose "* ]] || continue
    status=$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null || true)
    [ "$status" = installed ] || missing+=("$package")
done < <(grep -v '^#' scripts/packages.txt)
[ ${#missing[@]} -gt 0 ] || exit 0

sudo=()
if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || {
        tell setup "不是 root 且没有 sudo，请以 root 执行：apt-get install ${missing[*]}" \
            "not root and no sudo; as root: apt-get install ${missing[*]}"
        exit 69
    }
    sudo=(sudo)
fi
tell setup "正在安装 ${missing[*]}" "installing ${missing[*]}"
log=$(mktemp)
trap 'rm -f "$log"' EXIT
install() { "${sudo[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "${missing[@]}" >"$log" 2>&1; }
install || { "${sudo[@]}" apt-get update >"$log" 2>&1 && install; } || {
    tail -n 20 "$log" >&2
    tell setup "apt-get 失败，见上" "apt-get failed, see above"
    exit 69
}
