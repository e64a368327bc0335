#!/usr/bin/env bash
# Reading documents: a PDF beside bare `pdftotext -layout` and beside pdfplumber extracting the same tables, one and a
# folder of ten, whole commands in the same run; then 1,000 text documents, and peak memory over 100 and over 1,000 of
# them. DOCUMENT names the PDF; without it the disclosures in ../shared are taken, or a made-up one printed by Chromium
# where they are absent.
# Bounds: 1.5 times pdftotext and 60 ms; a twentieth of pdfplumber for the folder; 5 s for 1,000 texts; memory within a
# tenth.
set -euo pipefail
cd "$(dirname "$0")/../.."
swift build --configuration release --product juesuan >&2
swift build --configuration release --product read-study >&2
bin=$(swift build --configuration release --show-bin-path)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
venv=.venv/bench-read
[ -x "$venv/bin/python" ] || python3 -m venv "$venv" >&2
"$venv/bin/python" -c 'import pdfplumber' 2>/dev/null ||
    "$venv/bin/pip" install --quiet --requirement scripts/bench/read/requirements.txt >&2
run() { "$venv/bin/python" scripts/bench/read/run.py "$@"; }

documents=(${DOCUMENT:-})
if [ ${#documents[@]} -eq 0 ]; then
    for name in putuo-planning-2024 putuo-social-work-2024; do
        [ -f "../shared/disclosures/$name.pdf" ] && documents+=("../shared/disclosures/$name.pdf")
    done
fi
if [ ${#documents[@]} -eq 0 ]; then
    CONFIGURATION=release KEEP="$work/made" scripts/accuracy/read.sh 2 1 >/dev/null
    documents=("$work/made/2.pdf")
fi

copies=10
failed=0
for document in "${documents[@]}"; do
    folder="$work/copies"
    rm -rf "$folder"
    mkdir "$folder"
    for ((copy = 1; copy <= copies; copy++)); do cp "$document" "$folder/$copy.pdf"; done
    cells=$("$venv/bin/python" scripts/bench/read/tables.py "$document")
    read -r ours _ < <(run --best 9 "$bin/juesuan" read --format json "$document")
    read -r poppler _ < <(run --best 9 pdftotext -layout "$document" -)
    read -r plumber _ < <(run --best 3 "$venv/bin/python" scripts/bench/read/tables.py "$document")
    read -r ours_folder _ < <(run --best 3 "$bin/juesuan" read --format json "$folder")
    read -r plumber_folder _ < <(run "$venv/bin/python" scripts/bench/read/tables.py "$folder"/*.pdf)
    awk -v name="$(basename "$document")" -v cells="$cells" -v ours="$ours" -v poppler="$poppler" -v plumber="$plumber" \
        -v ours_folder="$ours_folder" -v plumber_folder="$plumber_folder" -v copies="$copies" '
        BEGIN {
            bound = 1.5 * poppler + 0.060
            ratio = plumber_folder / ours_folder
            printf "%s, %d cells\n", name, cells
            printf "  juesuan read              %8.1f ms   bound 1.5 x pdftotext + 60 ms = %.1f ms\n", ours * 1e3, bound * 1e3
            printf "  pdftotext -layout         %8.1f ms\n", poppler * 1e3
            printf "  pdfplumber                %8.1f ms   %.1f times ours\n", plumber * 1e3, plumber / ours
            printf "  %d of it, juesuan read    %8.1f ms each\n", copies, ours_folder / copies * 1e3
            printf "  %d of it, pdfplumber      %8.1f ms each   %.1f times ours (bound 20)\n",
                copies, plumber_folder / copies * 1e3, ratio
            exit ours > bound || ratio < 20
        }' || failed=1
done

mkdir "$work/100" "$work/1000"
"$bin/read-study" texts "$work/1000" 1 1000
for ((seed = 1; seed <= 100; seed++)); do cp "$work/1000/$seed.txt" "$work/100/"; done
read -r _ few < <(run "$bin/juesuan" read --format json "$work/100")
read -r seconds many < <(run --best 3 "$bin/juesuan" read --format json "$work/1000")
size=$(cat "$work/1000"/*.txt | wc -c)
awk -v seconds="$seconds" -v few="$few" -v many="$many" -v size="$size" '
    BEGIN {
        printf "1,000 text documents (%.1f MB)  %.2f s (bound 5 s)\n", size / 1e6, seconds
        printf "peak memory  %.1f MB over 100 documents, %.1f MB over 1,000 (bound: a tenth more)\n", few, many
        exit seconds > 5 || many > 1.1 * few
    }' || failed=1
exit $failed
