#!/usr/bin/env bash
# A million forecasts with both intervals, against StatsForecast on a sample of the same series: scripts/bench/forecast.sh
# and the command from CSV to CSV. Prints one line a bound, with the ratio measured, and fails when a bound is missed.
set -euo pipefail
cd "$(dirname "$0")/../.."
here=scripts/bench/forecast
scripts/setup.sh build

[ -x .venv/bin/python ] || python3 -m venv .venv
.venv/bin/python -m pip install --quiet --disable-pip-version-check -r $here/requirements.txt
swift build -c release --package-path Benchmarks --product ForecastBench >&2
bench=Benchmarks/.build/release/ForecastBench

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
value() { sed -n "s/^$2=//p" <<<"$1"; }

# The peer gets the better of one and two processes; its series are the first of the million.
"$bench" export 2000 "$work/series.csv"
peer=''
for jobs in 1 2; do
    p=$(.venv/bin/python $here/peer.py "$work/series.csv" $jobs 2>/dev/null)
    rate=$(awk -v s="$(value "$p" seconds)" -v n="$(value "$p" series)" 'BEGIN { print s / n }')
    peer=$(awk -v a="$rate" -v b="$peer" 'BEGIN { print (b == "" || a < b) ? a : b }')
done

echo "yearly series of 10 years: full combination, 80% and 95% intervals, one process"
sizes=(1000 10000 100000 1000000)
first=''
for size in "${sizes[@]}"; do
    # The best of three counts: a burst of other load then spoils no ratio.
    best=''
    for _ in 1 2 3; do
        run=$("$bench" run "$size")
        seconds=$(value "$run" seconds)
        best=$(awk -v a="$seconds" -v b="$best" 'BEGIN { print (b == "" || a < b) ? a : b }')
    done
    [ "$(value "$run" finite)" = true ] || { echo "bench: a forecast is not finite" >&2; exit 1; }
    [ -n "$first" ] || first=$best
    awk -v n="$size" -v s="$best" -v peak="$(value "$run" peak)" \
        'BEGIN { printf "  %9d series  %8.3f s  %7.2f µs a series  peak %5.0f MB\n", n, s, s / n * 1e6, peak / 1e6 }'
    [ "$size" = 100000 ] && middle=$best
done
# The combination skips members its past errors gave no weight; what they would cost is timed by asking for each alone.
for model in dynamic-theta local-global-trend damped-drift; do
    run_alone=$("$bench" run 1000000 2 "$model")
    members=$(awk -v a="$(value "$run_alone" seconds)" -v b="${members:-0}" 'BEGIN { print a + b }')
    awk -v m="$model" -v s="$(value "$run_alone" seconds)" 'BEGIN { printf "  %9d series  %8.3f s  %s alone\n", 1e6, s, m }'
done
one=$("$bench" run 100000 1)
two=$("$bench" run 100000 2)
threads=$([ "$(value "$one" digest)" = "$(value "$two" digest)" ] && echo same || echo differ)

awk -v all="$best" -v members="$members" -v middle="$middle" -v peak="$(value "$run" peak)" -v peer="$peer" -v threads="$threads" \
    -v version="$(value "$p" version)" '
function bound(what, ratio, limit, ok) {
    printf "%-72s %7.2f  (bound %s)  %s\n", what, ratio, limit, ok ? "ok" : "MISSED"
    if (!ok) missed = 1
}
BEGIN {
    printf "StatsForecast %s, AutoETS + AutoTheta + DynamicOptimizedTheta: %.2f ms a series\n", version, peer * 1e3
    bound("  seconds for 1,000,000 series", all, "under 15", all < 15)
    bound("  the same with every single-series member, timed alone, added", all + members, "under 15", all + members < 15)
    bound("  GB of memory at most", peak / 1e9, "under 1.5", peak / 1e9 < 1.5)
    bound("  StatsForecast / Juesuan, time per series", peer / (all / 1e6), "at least 300", peer / (all / 1e6) >= 300)
    bound("  time per series, 1,000,000 / 100,000", all / middle / 10, "at most 1.3", all / middle / 10 <= 1.3)
    bound("  results on one thread and on two differ (0 = same bytes)", threads != "same", "0", threads == "same")
    exit missed
}' || missed=1

swift build -c release --product juesuan >&2
.venv/bin/python $here/command.py .build/release/juesuan 1000 10000 100000 200000 1000000 || missed=1
exit "${missed:-0}"
