#!/usr/bin/env bash
# The main job on the samples: scripts/main-job.sh [FOLDER], default out.
# Reads a real disclosure and four synthetic earlier years into a ledger, compares, flags, forecasts and reports;
# then forecasts a real national budget and holds the forecast against what was spent.
set -euo pipefail
cd "$(dirname "$0")/.."
out=${1:-out}
juesuan=${JUESUAN:-.build/release/juesuan}
ledger=$out/juesuan.sqlite
sample=Data/qingling

mkdir -p "$out"
rm -f "$ledger" "$ledger-wal" "$ledger-shm"
"$juesuan" import --ledger "$ledger" "$sample"/2023-disclosure.txt "$sample"/*-synthetic.csv \
    --amount-unit wan --format csv --output "$out/import.csv"
"$juesuan" compare --ledger "$ledger" --year 2023 --with 2022 --format csv --output "$out/comparison-2023-2022.csv"
"$juesuan" anomalies --ledger "$ledger" --year 2023 --format csv --output "$out/anomalies-2023.csv"
"$juesuan" forecast --ledger "$ledger" --for 2024 --format csv --output "$out/forecast-2024.csv"
"$juesuan" report --ledger "$ledger" --year 2023 --output "$out/report.html" --summary
"$juesuan" backtest --input Data/israel/budget-1992-2003.csv --amount-unit none --scheme prefix:4,6 \
    --from 2003 --to 2003 --forecasts "$out/israel-forecast-2003.csv" --title "Israel, national budget"
echo
ls "$out" | sed "s|^|$out/|"
