#!/usr/bin/env bash
# Installs the Debian packages this project needs and does not find: scripts/setup.sh PURPOSE …
# The purposes are those of scripts/packages.txt. Says what it installs; installs nothing when nothing is missing.
set -euo pipefail
cd "$(dirname "$0")/.."

if ! command -v swift >/dev/null; then
    echo "setup: no 'swift' on the PATH; install Swift 6.2 or later from https://www.swift.org/install/" >&2
    exit 69
fi
if ! command -v dpkg-query >/dev/null; then
    echo "setup: not a Debian system; install the packages of scripts/packages.txt by hand" >&2
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
    command -v sudo >/dev/null || { echo "setup: not root and no sudo; as root: apt-get install ${missing[*]}" >&2; exit 69; }
    sudo=(sudo)
fi
echo "setup: installing ${missing[*]}" >&2
log=$(mktemp)
trap 'rm -f "$log"' EXIT
install() { "${sudo[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "${missing[@]}" >"$log" 2>&1; }
install || { "${sudo[@]}" apt-get update >"$log" 2>&1 && install; } || { tail -n 20 "$log" >&2; echo "setup: apt-get failed, see above" >&2; exit 69; }
