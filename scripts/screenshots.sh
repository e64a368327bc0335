#!/usr/bin/env bash
# Looks at a report in headless Chromium: scripts/screenshots.sh REPORT.html [FOLDER], default out/screenshots.
# Takes a picture at desktop and at phone width and fails on console errors, on anything that sticks out sideways, on
# text with too little contrast, and on a file of more than 3 MB. Prints one line of JSON for each width.
set -euo pipefail
[ $# -ge 1 ] || { echo "usage: scripts/screenshots.sh REPORT.html [FOLDER]" >&2; exit 64; }
[ -f "$1" ] || { echo "screenshots: no file '$1'" >&2; exit 66; }
report=$(realpath "$1")
folder=$(realpath -m "${2:-out/screenshots}")
harness=$(realpath "$(dirname "$0")/screenshots/harness.html")
browser=$(command -v chromium || command -v chromium-browser || command -v google-chrome) \
    || { echo "screenshots: no Chromium on the PATH; install the package chromium" >&2; exit 69; }
mkdir -p "$folder"
profile=$(mktemp -d)
trap 'rm -rf "$profile"' EXIT
failed=0

browse() {
    local sandbox=()
    [ "$(id -u)" -ne 0 ] || sandbox=(--no-sandbox)
    timeout 120 "$browser" --headless --disable-gpu --hide-scrollbars --allow-file-access-from-files \
        --user-data-dir="$profile" --virtual-time-budget=10000 "${sandbox[@]}" "$@"
}
member() { python3 -c 'import json, sys; print(json.dumps(json.loads(sys.argv[1])[sys.argv[2]]))' "$1" "$2"; }

size=$(stat -c %s "$report")
if [ "$size" -gt 3000000 ]; then
    echo "screenshots: the report has $size bytes, more than 3 MB" >&2
    failed=1
fi
if browse --enable-logging=stderr --dump-dom "file://$report" 2>&1 >/dev/null | grep CONSOLE >&2; then
    echo "screenshots: messages on the console, see above" >&2
    failed=1
fi
for view in desktop:1280 phone:390; do
    name=${view%%:*}
    width=${view##*:}
    address="file://$harness?src=$(python3 -c 'import sys, urllib.parse
print(urllib.parse.quote("file://" + urllib.parse.quote(sys.argv[1]), safe=""))' "$report")&width=$width"
    result=$(browse --window-size=1400,1000 --dump-dom "$address" 2>/dev/null \
        | sed -n 's|.*<pre id="result">\(.*\)</pre>.*|\1|p' | python3 -c 'import html, sys; print(html.unescape(sys.stdin.read().strip()))')
    [ -n "$result" ] || { echo "screenshots: the page did not load at width $width" >&2; exit 70; }
    echo "{\"view\":\"$name\",\"bytes\":$size,\"result\":$result}"
    for kind in overflow contrast; do
        if [ "$(member "$result" $kind)" != "[]" ]; then
            echo "screenshots: $kind at width $width: $(member "$result" $kind)" >&2
            failed=1
        fi
    done
    height=$(member "$result" height)
    [ "$height" -lt 16000 ] || height=16000
    # A window is not made narrower than 500 pixels; the frame keeps its width inside it.
    browse --window-size="$((width < 500 ? 500 : width)),$height" --screenshot="$folder/$name.png" \
        "$address&height=$height" >/dev/null 2>&1
done
exit "$failed"
