#!/usr/bin/env bash
# Makes the pictures of README and handbook (docs/images) anew from the samples: scripts/handbook-pictures.sh
# Needs Chromium, LibreOffice Calc and poppler; the program is the release build, or JUESUAN.
set -euo pipefail
cd "$(dirname "$0")/.."
juesuan=$(realpath "${JUESUAN:-.build/release/juesuan}")
browser=$(command -v chromium || command -v chromium-browser || command -v google-chrome) \
    || { echo "handbook-pictures: no Chromium on the PATH" >&2; exit 69; }
command -v soffice >/dev/null || { echo "handbook-pictures: no LibreOffice on the PATH" >&2; exit 69; }
images=$PWD/docs/images
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
ln -s "$PWD/Data" "$work/Data"
export JUESUAN_LANGUAGE=zh-Hans JUESUAN_HOME=$PWD
shots=$PWD/scripts/screenshots/shots.py
cd "$work"

"$juesuan" import --quiet --ledger a.sqlite --amount-unit wan --output import.csv Data/qingling/2023-disclosure.txt Data/qingling/*-synthetic.csv
"$juesuan" report --quiet --ledger a.sqlite --year 2023 --folder report >/dev/null
"$juesuan" anomalies --quiet --ledger a.sqlite --year 2023 --output anomalies.html
"$juesuan" draft --quiet --ledger a.sqlite --for 2024 --output draft.xlsx >/dev/null
mkdir disclosures
cp Data/baishi/*.pdf Data/qingling/2023-disclosure.txt disclosures/
printf '%s\n' 'name: 复核' 'ledger: review/juesuan.sqlite' 'output: review' 'sources:' '  - disclosures/*' \
    '  - {path: Data/qingling/*-synthetic.csv, amount_unit: wan, origin: synthetic}' \
    'steps: [check, compare, anomalies, forecast, draft, report]' >review.yaml
"$juesuan" batch run --quiet review.yaml >/dev/null || [ $? -eq 1 ]
python3 "$shots" "$browser" "$work/report/report.html" "$images/report.png" "$work/anomalies.html" "$images/anomalies.png" \
    "$work/review/index.html" "$images/index.png"

# The working sheet of the draft, as a spreadsheet program prints it.
soffice -env:UserInstallation="file://$work/office" --headless --convert-to pdf draft.xlsx >/dev/null 2>&1
pdftoppm -png -r 70 -f 1 -l 1 -singlefile draft.pdf draft
cp draft.png "$images/draft.png"
echo "handbook-pictures: $images"
