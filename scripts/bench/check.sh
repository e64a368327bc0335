#!/usr/bin/env bash
# Reading and checking documents of thirty pages, in one process and the same run: the median of 15 of each, what the
# check adds to reading, and the bound of 100 ms. The first document is generated (seeded, made here); the second is
# ../shared/disclosures/putuo-planning-2024.pdf where it is there.
set -euo pipefail
cd "$(dirname "$0")/../.."
command -v pdftotext >/dev/null || { echo "check: pdftotext is not installed (apt: poppler-utils)" >&2; exit 69; }
swift build --configuration release --product check-study >&2
study=$(swift build --configuration release --show-bin-path)/check-study
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$study" write-pages 30 "$work/generated.pdf"
files=("$work/generated.pdf")
real=../shared/disclosures/putuo-planning-2024.pdf
if [ -f "$real" ]; then files+=("$real"); else echo "check: $real is not here; only the generated document is timed" >&2; fi
"$study" time "${files[@]}"
