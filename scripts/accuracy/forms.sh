#!/usr/bin/env bash
# How many cells of the nine tables are read right from each kind of file: made-up disclosures written as pages (HTML),
# workbooks (XLSX), documents (DOCX) and CSV, and turned into XLS, DOC and RTF by LibreOffice where it is installed,
# read again and held against what they were written from.
#   scripts/accuracy/forms.sh [FIRST-SEED [DOCUMENTS]]
# Defaults: seeds 2001 to 2050, which nothing was developed on (development used 1 to 84). KEEP=FOLDER keeps the files.
set -euo pipefail
cd "$(dirname "$0")/../.."
first=${1:-2001}
count=${2:-50}
swift build --configuration "${CONFIGURATION:-release}" --product read-study >&2
study=$(swift build --configuration "${CONFIGURATION:-release}" --show-bin-path)/read-study
work=${KEEP:-$(mktemp -d)}
mkdir -p "$work"
[ -n "${KEEP:-}" ] || trap 'rm -rf "$work"' EXIT

if command -v soffice >/dev/null; then
    "$study" make-forms "$work" "$first" "$count"
    profile=$(mktemp -d)
    for turn in xlsx:xls docx:doc docx:rtf; do
        soffice -env:UserInstallation="file://$profile" --headless --convert-to "${turn#*:}" --outdir "$work" \
            "$work"/*."${turn%:*}" >"$work/log" 2>&1 || { tail -n 5 "$work/log" >&2; exit 1; }
    done
    rm -rf "$profile"
else
    echo "forms: without soffice, XLS, DOC and RTF are left out" >&2
fi
"$study" forms "$work" "$first" "$count"
