#!/usr/bin/env bash
# Tries a package where nothing else is: scripts/package/try.sh PACKAGE.deb [ROOT.tar]
# Lintian looks at it; then it is installed into a bare Debian 12 root (made by mmdebstrap or debootstrap where none is given) with
# what it needs, the main job runs there from the installed files, and it is removed without leftovers. Needs root. REPOSITORY names a
# folder of packages with an index (dpkg-scanpackages) to take all from instead of Debian's mirrors.
set -euo pipefail
"$(dirname "$0")/../setup.sh" package
package=$(realpath "${1:?"try: which package?"}")
work=$(mktemp -d)
mounted=()
cleanup() {
    for place in "${mounted[@]}"; do umount "$place" || true; done
    rm -rf --one-file-system "$work"
}
trap cleanup EXIT

if command -v lintian >/dev/null; then
    lintian --fail-on error,warning --tag-display-limit 0 --allow-root "$package" && echo "try: lintian has nothing to say"
else
    echo "try: no lintian here; the package was not looked at" >&2
fi

echo "try: $(du --apparent-size --block-size=1000000 "$package" | cut -f1) MB, $(($(dpkg-deb --field "$package" Installed-Size) * 1024 / 1000000)) MB installed"
if command -v systemd-analyze >/dev/null; then
    dpkg-deb --extract "$package" "$work/tree"
    for unit in juesuan.service juesuan-batch@.service; do
        systemd-analyze security --offline=yes --threshold=15 --no-pager "$work/tree/lib/systemd/system/$unit" | tail -n 1
    done
fi

root=$work/root
mkdir "$root"
if [ $# -gt 1 ]; then
    tar --extract --file "$2" --directory "$root"
elif [ -n "${REPOSITORY:-}" ]; then
    mmdebstrap --variant=apt --mode=root bookworm "$root" "deb [trusted=yes] copy:$REPOSITORY ./" >"$work/log" 2>&1 \
        || { tail -n 20 "$work/log" >&2; exit 69; }
elif command -v mmdebstrap >/dev/null; then
    mmdebstrap --variant=minbase --mode=root bookworm "$root" >&2
else
    debootstrap --variant=minbase bookworm "$root" >&2
fi
cp /etc/resolv.conf "$root/etc/resolv.conf"
mkdir -p "$root${REPOSITORY:-/tmp}"
for place in proc dev ${REPOSITORY:+"${REPOSITORY#/}"}; do mount --bind "/$place" "$root/$place"; mounted+=("$root/$place"); done
files() { (cd "$root" && find . \( -path ./proc -o -path ./dev -o -path ./tmp -o -path ./var/cache -o -path ./var/lib/apt -o -path ./var/lib/dpkg -o -path ./var/log \) -prune -o -print | LC_ALL=C sort); }
run() { chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"; }

# What the package needs is installed first, so that what is there before and after can be held against each other.
cp "$package" "$root/tmp/juesuan.deb"
run apt-get update >"$work/log" 2>&1 || { tail -n 20 "$work/log" >&2; exit 69; }
needs=$(dpkg-deb --field "$package" Depends | tr ',' '\n' | sed -e 's/|.*//' -e 's/(.*//' -e 's/ //g')
# shellcheck disable=SC2086
run apt-get install --yes --no-install-recommends $needs >"$work/log" 2>&1 || { tail -n 20 "$work/log" >&2; exit 69; }
files >"$work/before"
run apt-get install --yes --no-install-recommends /tmp/juesuan.deb >"$work/log" 2>&1 || { tail -n 20 "$work/log" >&2; exit 70; }
echo "try: installed with $(echo "$needs" | wc -w) packages and no others"

began=$(date +%s)
run /usr/share/juesuan/main-job.sh /tmp/out >"$work/job"
head -n 5 "$work/job"
for file in comparison-2023-2022.csv anomalies-2023.csv forecast-2024.csv report.html draft-2024.xlsx israel-forecast-2003.xlsx; do
    [ -s "$root/tmp/out/$file" ] || { echo "try: the main job made no $file" >&2; exit 70; }
done
echo "try: the main job ran from the installed files, $(($(date +%s) - began)) s"
run juesuan doctor --language en --format csv | cut -d, -f1,2 || true
run bash -c 'source /usr/share/bash-completion/completions/juesuan && complete -p juesuan' >/dev/null && echo "try: completion is there"

# A page about each command in both languages, and the Chinese ones in Chinese.
for page in "$root"/usr/share/man/man1/juesuan*.1.gz; do
    chinese=$root/usr/share/man/zh_CN/man1/$(basename "$page")
    zcat "$chinese" | LC_ALL=C grep -q '^\.Nd .*[^ -~]' || { echo "try: $chinese says nothing in Chinese" >&2; exit 70; }
done
echo "try: manual pages are there in both languages"

run apt-get purge --yes juesuan >"$work/log" 2>&1 || { tail -n 20 "$work/log" >&2; exit 70; }
files >"$work/after"
if diff "$work/before" "$work/after"; then echo "try: removed without leftovers"; else exit 70; fi
