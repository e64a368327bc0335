#!/usr/bin/env bash
# What becomes of the figures of scanned tables: how many are confirmed by sums and stand as facts, how many of these
# are wrong, how many stay diagnostics. Made-up disclosures of nine tables are printed by Chromium; one page of
# each (2 to 10 in turn) is drawn as a picture of 200, 250 or 300 dpi, turned by up to 1.2 degrees, with the noise, blur
# and gray of a scanner. The pages of the nine tables of the two real PDFs of ../shared/disclosures, where they are,
# are drawn at 200 and 300 dpi.
#   scripts/accuracy/scans.sh [FIRST-SEED [DOCUMENTS]]
# Defaults: seeds 3001 to 3020, which nothing was developed on (development used 1 to 12). KEEP=FOLDER keeps the files.
set -euo pipefail
cd "$(dirname "$0")/../.."
first=${1:-3001}
count=${2:-20}
for program in chromium pdftoppm convert tesseract; do
    command -v "$program" >/dev/null || { echo "scans: $program is not installed" >&2; exit 69; }
done
swift build --configuration "${CONFIGURATION:-release}" --product read-study >&2
study=$(swift build --configuration "${CONFIGURATION:-release}" --show-bin-path)/read-study
work=${KEEP:-$(mktemp -d)}
mkdir -p "$work"
[ -n "${KEEP:-}" ] || trap 'rm -rf "$work"' EXIT

# scan PDF OUTPUT RESOLUTION DEGREES NOISE BLUR FIRST-PAGE LAST-PAGE: the pages as a scanner gives them.
scan() {
    local pages
    pages=$(mktemp -d)
    pdftoppm -q -r "$3" -f "$7" -l "$8" -gray "$1" "$pages/p"
    for page in "$pages"/*.pgm; do
        convert "$page" -background white -rotate "$4" +repage -seed 7 -attenuate "$5" +noise Gaussian -blur "0x$6" \
            +level 4%,97% -colorspace Gray -quality 85 "${page%.pgm}.jpg"
    done
    "$study" bind "$2" "$3" "$pages"/*.jpg
    rm -rf "$pages"
}

"$study" make "$work" "$first" "$count"
profile=$(mktemp -d)
resolutions=(300 200 250)
for ((seed = first; seed < first + count; seed++)); do
    [ -f "$work/$seed-scan.pdf" ] && continue
    chromium --headless --no-sandbox --disable-gpu --no-pdf-header-footer --user-data-dir="$profile/chromium" \
        --print-to-pdf="$work/$seed.pdf" "file://$(realpath "$work/$seed.html")" >"$profile/log" 2>&1
    # Each seed has a scanner of its own.
    degrees=$(awk -v s="$seed" 'BEGIN { printf "%.2f", ((s * 37) % 241 - 120) / 100 }')
    noise=$(awk -v s="$seed" 'BEGIN { printf "%.2f", (s * 13 % 5) / 10 }')
    blur=$(awk -v s="$seed" 'BEGIN { printf "%.1f", 0.3 + (s % 3) * 0.2 }')
    scan "$work/$seed.pdf" "$work/$seed-scan.pdf" "${resolutions[seed % 3]}" "$degrees" "$noise" "$blur" \
        $((2 + seed % 9)) $((2 + seed % 9))
done
rm -rf "$profile"
real() {
    local file=../shared/disclosures/$1.pdf
    if [ -f "$file" ] && [ ! -f "$work/$1-scan.pdf" ]; then scan "$file" "$work/$1-scan.pdf" "$2" 0.3 0.2 0.4 "$3" "$4"; fi
}
real putuo-planning-2024 200 7 17
real putuo-social-work-2024 300 5 14
"$study" scans "$work" "$first" "$count"
