#!/usr/bin/env bash
# How many cells of printed tables are read right: made-up disclosures of nine tables in varying layouts, printed by
# Chromium (even seeds) and LibreOffice (odd seeds), read again and held against what they were printed from.
#   scripts/accuracy/read.sh [FIRST-SEED [DOCUMENTS]]
# Defaults: seeds 2001 to 2100, which nothing was developed on (development used 1 to 100). KEEP=FOLDER keeps the pages.
set -euo pipefail
cd "$(dirname "$0")/../.."
first=${1:-2001}
count=${2:-100}
for program in chromium soffice pdftotext; do
    command -v "$program" >/dev/null || { echo "read: $program is not installed" >&2; exit 69; }
done
swift build --configuration "${CONFIGURATION:-release}" --product read-study >&2
study=$(swift build --configuration "${CONFIGURATION:-release}" --show-bin-path)/read-study
work=${KEEP:-$(mktemp -d)}
mkdir -p "$work"
[ -n "${KEEP:-}" ] || trap 'rm -rf "$work"' EXIT
"$study" make "$work" "$first" "$count"

profile=$(mktemp -d)
odd=()
for ((seed = first; seed < first + count; seed++)); do
    [ -f "$work/$seed.pdf" ] && [ "$work/$seed.pdf" -nt "$work/$seed.html" ] && continue
    if ((seed % 2)); then
        odd+=("$work/$seed.html")
    else
        # Four at a time: most of a run is start-up.
        while (($(jobs -rp | wc -l) >= ${JOBS:-4})); do wait -n; done
        chromium --headless --no-sandbox --disable-gpu --no-pdf-header-footer --user-data-dir="$profile/$seed" \
            --print-to-pdf="$work/$seed.pdf" "file://$(realpath "$work/$seed.html")" >"$profile/$seed.log" 2>&1 &
    fi
done
if [ ${#odd[@]} -gt 0 ]; then
    soffice -env:UserInstallation="file://$profile/office" --headless --convert-to pdf:writer_web_pdf_Export \
        --outdir "$work" "${odd[@]}" >"$profile/log" 2>&1 || { tail -n 5 "$profile/log" >&2; exit 1; }
fi
wait
rm -rf "$profile"
"$study" score "$work" "$first" "$count"
