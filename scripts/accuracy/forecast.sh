#!/usr/bin/env bash
# Forecasts of a national budget and of M3 yearly, beside StatsForecast's models on the same series, as tables in Markdown:
#   scripts/accuracy/forecast.sh [SOURCE.csv.gz [FIRST LAST]]
# SOURCE is the national budget named in Data/README.md (default ../shared/data); FIRST and LAST are the target years
# (default 2001 to 2003, which nothing was tuned on). Peers are installed into .venv in pinned versions.
set -euo pipefail
cd "$(dirname "$0")/../.."
here=scripts/accuracy/forecast
source=${1:-../shared/data/israel-state-budget-1992-2003.csv.gz}
first=${2:-2001}
last=${3:-2003}
[ -r "$source" ] || {
    echo "$source: not found; name the file that Data/README.md tells of" >&2
    exit 66
}
scripts/setup.sh build
[ -x .venv/bin/python ] || python3 -m venv .venv
python=.venv/bin/python
$python -m pip install --quiet --disable-pip-version-check -r $here/requirements.txt
swift build -c release --product juesuan >&2
juesuan=$(swift build -c release --show-bin-path)/juesuan

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
$python $here/budget.py prepare "$source" "$work"
backtest() {
    "$juesuan" backtest --amount-unit none --scheme prefix:4,6,8,10 --from "$first" --to "$last" --format csv "$@"
}
for length in 6 8 10; do
    backtest --input "$work/lines-$length.csv" --level $length --output "$work/draft-$length.csv"
    backtest --input "$work/lines-$length.csv" --level $length --with-budget --output "$work/outlook-$length.csv"
done
$python $here/budget.py peers "$source" "$first" "$last" >"$work/peers.csv"
$python $here/budget.py print "$work" "$work/peers.csv"

echo
$python $here/m3.py prepare "$work/m3.csv"
"$juesuan" forecast --input "$work/m3.csv" --for 2000 --horizon 6 --amount-unit none --reconcile none --format csv \
    --output "$work/m3-forecasts.csv"
$python $here/m3.py print "$work/m3-forecasts.csv"
