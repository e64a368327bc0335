#!/usr/bin/env bash
# The main job on the samples: scripts/main-job.sh [FOLDER], default out.
# Reads a disclosure and four synthetic earlier years into a ledger, compares, flags, forecasts, reports and drafts; then
# forecasts a real national budget and holds the forecast against what was spent.
set -euo pipefail
cd "$(dirname "$0")/.."
out=${1:-out}
juesuan=${JUESUAN:-.build/release/juesuan}
ledger=$out/juesuan.sqlite
sample=Data/qingling

mkdir -p "$out"
rm -f "$ledger" "$ledger-wal" "$ledger-shm"
"$juesuan" import --ledger "$ledger" --amount-unit wan --output "$out/import.txt" \
    "$sample/2023-disclosure.txt" "$sample"/*-synthetic.csv
"$juesuan" report --ledger "$ledger" --year 2023 --folder "$out"
"$juesuan" draft --ledger "$ledger" --for 2024 --output "$out/draft-2024.xlsx"
echo
"$juesuan" backtest --input Data/israel/budget-1992-2003.csv --amount-unit none --scheme prefix:4,6 \
    --from 2003 --to 2003 --metric wape mdape coverage80 coverage95 --forecasts "$out/israel-forecast-2003.csv"
