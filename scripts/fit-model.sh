#!/usr/bin/env bash
# Makes Models/national-budget.json, the panel model that answers where a panel is too small to be fitted:
#   scripts/fit-model.sh [SOURCE.csv.gz]
# SOURCE is the national budget named in Data/README.md (default ../shared/data). The model learns from all its years at
# 8 digits; the accuracy on its card is that of backtests of 1998 to 2000, each of which learned from earlier years only.
set -euo pipefail
cd "$(dirname "$0")/.."
source=${1:-../shared/data/israel-state-budget-1992-2003.csv.gz}
[ -r "$source" ] || {
    echo "$source: not found; name the file that Data/README.md tells of" >&2
    exit 66
}
swift build -c release --product juesuan >&2
juesuan=$(swift build -c release --show-bin-path)/juesuan
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

lines=$work/lines.csv
python3 scripts/accuracy/forecast/card.py lines "$source" "$lines"
common=(--input "$lines" --amount-unit none --scheme "prefix:4,6,8,10" --level 8 --stored-model none)
"$juesuan" backtest "${common[@]}" --from 1998 --to 2000 --format csv --output "$work/draft.csv"
"$juesuan" backtest "${common[@]}" --from 1998 --to 2000 --with-budget --format csv --output "$work/outlook.csv"
"$juesuan" forecast "${common[@]}" --for 2004 --save-model "$work/national-budget.json"
python3 scripts/accuracy/forecast/card.py card "$work" Models/national-budget.json
echo "Models/national-budget.json: $(wc -c <Models/national-budget.json) bytes" >&2
