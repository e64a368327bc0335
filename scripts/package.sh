#!/usr/bin/env bash
# Makes a Debian package of the program: scripts/package.sh [FOLDER], default dist; prints the package's path.
# It holds the program, its data and stored models, a sample, completions for bash, zsh and fish, manual pages in Chinese and
# English, systemd units and settings of the service, licences and the list of what it is made of. JUESUAN names a program that was built already.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/words.sh
out=${1:-dist}
program=${JUESUAN:-}
command -v dpkg-deb >/dev/null || { tell package "没有 dpkg-deb，只能在 Debian 上制作软件包" "no dpkg-deb; packages are made on Debian"; exit 69; }
scripts/setup.sh package

if [ -z "$program" ]; then
    scripts/setup.sh build
    scripts/fetch-echarts.sh || tell package "报告将只有静态图" "reports will show drawn charts only"
    tell package "正在编译程序（未经 scripts/run.sh 编译过时约十分钟）" \
        "building the program (ten minutes, where scripts/run.sh has not built it)"
    mkdir -p .build/package
    for product in juesuan juesuan-serve; do scripts/package/link.sh $product .build/package/$product; done
    program=$PWD/.build/package/juesuan
fi
manual=${GENERATE_MANUAL:-}
if [ -z "$manual" ]; then
    tell package "正在编译手册页生成程序" "building the maker of manual pages"
    swift build --product generate-manual >&2
    manual=$(swift build --show-bin-path)/generate-manual
fi

version=$(JUESUAN_LANGUAGE=en "$program" --version)
# In Debian's order 0.2.0~dev comes before 0.2.0.
version=${version/-/\~}
architecture=$(dpkg --print-architecture)
stamp=$(git log -1 --format=%ct 2>/dev/null || date +%s)
export SOURCE_DATE_EPOCH=$stamp
day=$(date --utc --date "@$stamp" +%Y-%m-%d)

root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT
tree=$root/tree
share=$tree/usr/share
install -d -m 755 "$tree/DEBIAN" "$tree/usr/bin" "$share/juesuan/Data" "$share/juesuan/Models" "$share/doc/juesuan" \
    "$share/bash-completion/completions" "$share/zsh/vendor-completions" "$share/fish/vendor_completions.d" \
    "$share/man/man1" "$share/man/zh_CN/man1" "$tree/lib/systemd/system" "$tree/usr/lib/sysusers.d" \
    "$share/lintian/overrides"

# The program and what it reads.
install -m 755 "$program" "$tree/usr/bin/juesuan"
strip --strip-unneeded --remove-section=.comment --remove-section=.note "$tree/usr/bin/juesuan"
# The server, which `juesuan serve` becomes, stands beside the program where both were built.
server=$(dirname "$program")/juesuan-serve
install -D -m 755 "$server" "$tree/usr/libexec/juesuan/juesuan-serve"
strip --strip-unneeded --remove-section=.comment --remove-section=.note "$tree/usr/libexec/juesuan/juesuan-serve"
for folder in subjects characters qingling baishi israel batch vendor; do
    [ -d "Data/$folder" ] && cp -r --no-preserve=mode,ownership "Data/$folder" "$share/juesuan/Data/"
done
cp --no-preserve=mode,ownership Data/README.md "$share/juesuan/Data/"
cp --no-preserve=mode,ownership Models/*.json "$share/juesuan/Models/"
# The main job finds the sample beside itself.
sed -e 's|^root=.*|root=$(cd "$(dirname "$0")" \&\& pwd)|' -e 's|^juesuan=.*|juesuan=${JUESUAN:-juesuan}|' -e 's|docs/zh-CN/|/usr/share/doc/juesuan/zh-CN/|' \
    -e 's|docs/handbook/|/usr/share/doc/juesuan/handbook/|' scripts/main-job.sh >"$share/juesuan/main-job.sh"
chmod 755 "$share/juesuan/main-job.sh"

# Completions and manual pages: the argument parser makes both from what the program says of its options.
"$program" --generate-completion-script bash | sed 1d >"$share/bash-completion/completions/juesuan"
"$program" --generate-completion-script zsh >"$share/zsh/vendor-completions/_juesuan"
"$program" --generate-completion-script fish >"$share/fish/vendor_completions.d/juesuan.fish"
for language in en zh-Hans; do
    pages=$share/man/man1
    [ "$language" = en ] || pages=$share/man/zh_CN/man1
    python3 scripts/package/manual-pages.py "$(realpath "$manual")" "$(realpath "$program")" "$pages" "$language" "$day"
    gzip --best --no-name "$pages"/*.1
done

# Units run what is installed here.
for unit in scripts/systemd/*.service scripts/systemd/*.timer; do
    sed -e 's|/usr/local/bin/juesuan|/usr/bin/juesuan|' -e 's|/usr/local/share/juesuan/docs/|/usr/share/doc/juesuan/|' \
        "$unit" >"$tree/lib/systemd/system/$(basename "$unit")"
done
install -D --mode 644 scripts/package/serve.yaml "$tree/etc/juesuan/serve.yaml"
echo /etc/juesuan/serve.yaml >"$tree/DEBIAN/conffiles"
echo 'u juesuan - "Juesuan" /var/lib/juesuan' >"$tree/usr/lib/sysusers.d/juesuan.conf"

# Papers.
cp --no-preserve=mode,ownership README.md README.zh-CN.md docs/*.md "$share/doc/juesuan/"
cp -r --no-preserve=mode,ownership docs/zh-CN docs/handbook docs/images "$share/doc/juesuan/"
install -D --mode 644 --target-directory "$share/doc/juesuan/examples" scripts/service/recipes/nginx.conf scripts/service/recipes/Caddyfile
gzip --best --no-name --stdout CHANGELOG.md >"$share/doc/juesuan/CHANGELOG.md.gz"
printf 'juesuan (%s) unstable; urgency=medium\n\n  * What changed is in CHANGELOG.md.gz beside this file.\n\n -- Juesuan <juesuan@localhost.localdomain>  %s\n' \
    "$version" "$(LC_ALL=C date --utc --date "@$stamp" '+%a, %d %b %Y %H:%M:%S +0000')" \
    | gzip --best --no-name >"$share/doc/juesuan/changelog.gz"
python3 scripts/supply/sbom.py "$tree/usr/bin/juesuan" "$tree/usr/libexec/juesuan/juesuan-serve" >"$share/doc/juesuan/sbom.cdx.json"
cp --no-preserve=mode,ownership scripts/package/NOTICE "$share/doc/juesuan/NOTICE"
cp --no-preserve=mode,ownership scripts/package/copyright "$share/doc/juesuan/copyright"
cp --no-preserve=mode,ownership scripts/package/lintian-overrides "$share/lintian/overrides/juesuan"

# What the program is linked with tells what it needs, to the version.
mkdir -p "$root/debian"
printf 'Source: juesuan\n\nPackage: juesuan\nArchitecture: any\n' >"$root/debian/control"
needed=$(cd "$root" && dpkg-shlibdeps -O --warnings=0 tree/usr/bin/juesuan tree/usr/libexec/juesuan/juesuan-serve 2>/dev/null | sed -n 's/^shlibs:Depends=//p')
size=$(du --summarize --apparent-size --block-size=1024 --exclude=DEBIAN "$tree" | cut -f1)
sed -e "s/@VERSION@/$version/" -e "s/@ARCHITECTURE@/$architecture/" -e "s/@SIZE@/$size/" -e "s/@DEPENDS@/$needed/" \
    scripts/package/control >"$tree/DEBIAN/control"
for script in postinst prerm postrm; do install -m 755 "scripts/package/$script" "$tree/DEBIAN/$script"; done
(cd "$tree" && find . -type f ! -path './DEBIAN/*' -printf '%P\n' | LC_ALL=C sort | xargs md5sum) >"$tree/DEBIAN/md5sums"
chmod 644 "$tree/DEBIAN/conffiles" "$tree/DEBIAN/control" "$tree/DEBIAN/md5sums"
find "$tree" -exec touch --no-dereference --date "@$stamp" {} +

# The lowest level: 52 MB and 52 s of the processor, where the usual one makes 44 MB in 189 s.
mkdir -p "$out"
package=$out/juesuan_${version}_$architecture.deb
dpkg-deb --root-owner-group -Zxz -z1 --build "$tree" "$package" >&2
echo "$package"
