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
ln -s "$PWD/Models" "$work/Models"
export JUESUAN_HOME=$PWD
shots=$PWD/scripts/screenshots/shots.py
cd "$work"
mkdir disclosures
cp Data/baishi/*.pdf Data/qingling/2023-disclosure.txt disclosures/

# pictures LANGUAGE SUFFIX: what the samples come to in a language, as images/NAME SUFFIX.png.
pictures() {
    export JUESUAN_LANGUAGE=$1
    mkdir "$1"
    "$juesuan" import --quiet --ledger "$1/a.sqlite" --amount-unit wan --output "$1/import.csv" Data/qingling/2023-disclosure.txt Data/qingling/*-synthetic.csv
    "$juesuan" report --quiet --ledger "$1/a.sqlite" --year 2023 --folder "$1/report" >/dev/null
    "$juesuan" anomalies --quiet --ledger "$1/a.sqlite" --year 2023 --output "$1/anomalies.html"
    "$juesuan" draft --quiet --ledger "$1/a.sqlite" --for 2024 --output "$1/draft.xlsx" >/dev/null
    # The picture names no folder of whoever makes it.
    JUESUAN_HOME=. "$juesuan" doctor --quiet --output "$1/doctor.html" || [ $? -eq 1 ]
    printf '%s\n' 'name: 复核' "ledger: $1/review/juesuan.sqlite" "output: $1/review" 'sources:' '  - disclosures/*' \
        '  - {path: Data/qingling/*-synthetic.csv, amount_unit: wan, origin: synthetic}' \
        'steps: [check, compare, anomalies, forecast, draft, report]' >"$1.yaml"
    "$juesuan" batch run --quiet "$1.yaml" >/dev/null || [ $? -eq 1 ]
    python3 "$shots" "$browser" "$work/$1/report/report.html" "$images/report$2.png" "$work/$1/anomalies.html" "$images/anomalies$2.png" \
        "$work/$1/review/index.html" "$images/index$2.png" "$work/$1/doctor.html" "$images/doctor$2.png"
    # The working sheet of the draft, as a spreadsheet program prints it.
    soffice -env:UserInstallation="file://$work/office" --headless --convert-to pdf --outdir "$1" "$1/draft.xlsx" >/dev/null 2>&1
    pdftoppm -png -r 70 -f 1 -l 1 -singlefile "$1/draft.pdf" "$images/draft$2"
}
pictures zh-Hans ""
pictures en -en
echo "handbook-pictures: $images"
