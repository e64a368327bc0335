#!/usr/bin/env bash
# Installs the program that scripts/package.sh makes of this source:
#   scripts/install.sh                     as a Debian package, with what it needs (root, or sudo)
#   scripts/install.sh --prefix FOLDER     below a folder of one's own, without root; --remove takes it away again
# PACKAGE names a package that was made already.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/words.sh
prefix=
remove=
while [ $# -gt 0 ]; do
    case $1 in
        --prefix)
            [ $# -ge 2 ] || { tell install "--prefix 后须给出文件夹" "--prefix needs a folder"; exit 64; }
            prefix=$2
            shift 2
            ;;
        --remove) remove=yes; shift ;;
        *) tell install "没有选项 $1，用法见本脚本开头" "unknown option $1; see the head of this script"; exit 64 ;;
    esac
done

if [ -n "$remove" ]; then
    if [ -z "$prefix" ]; then exec ${SUDO-$([ "$(id -u)" -eq 0 ] || echo sudo)} apt-get remove --yes juesuan; fi
    list=$prefix/share/juesuan/installed-files
    [ -f "$list" ] || { tell install "$prefix 下没有安装过" "nothing was installed below $prefix"; exit 66; }
    (cd "$prefix" && xargs -d '\n' rm -f -- <share/juesuan/installed-files && rm -f share/juesuan/installed-files)
    # Folders go where nothing else is in them.
    (cd "$prefix" && find bin share lib libexec -depth -type d -empty -delete 2>/dev/null) || true
    exit 0
fi

package=${PACKAGE:-$(scripts/package.sh dist)}
if [ -z "$prefix" ]; then
    sudo=()
    if [ "$(id -u)" -ne 0 ]; then
        command -v sudo >/dev/null || {
            tell install "不是 root 且没有 sudo，请给出 --prefix 文件夹" "not root and no sudo; give --prefix FOLDER"
            exit 69
        }
        sudo=(sudo)
    fi
    "${sudo[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install --yes "$(realpath "$package")"
else
    mkdir -p "$prefix"
    tree=$(mktemp -d)
    trap 'rm -rf "$tree"' EXIT
    dpkg-deb --extract "$package" "$tree"
    mkdir -p "$prefix/share/juesuan"
    # Units and users are the system's; what is below /usr goes below the folder.
    (cd "$tree/usr" && rm -rf lib && find . -type f -printf '%P\n' | LC_ALL=C sort) >"$tree/files"
    cp -r --no-preserve=ownership "$tree/usr/." "$prefix/"
    mv "$tree/files" "$prefix/share/juesuan/installed-files"
    [[ ":$PATH:" == *":$prefix/bin:"* ]] || tell install "请将 $prefix/bin 加入 PATH" "put $prefix/bin on the PATH"
    "$prefix/bin/juesuan" doctor || true
fi
