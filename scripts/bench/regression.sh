#!/usr/bin/env bash
# Regression against numpy, bare BLAS and LAPACK from C, on the same data in the same run: scripts/bench/regression.sh
# Prints one line a bound, with the ratio measured, and fails when a bound is missed.
set -euo pipefail
cd "$(dirname "$0")/../.."
here=scripts/bench/regression
scripts/setup.sh build

[ -x .venv/bin/python ] || python3 -m venv .venv
.venv/bin/python -m pip install --quiet --disable-pip-version-check -r $here/requirements.txt
swift build -c release --package-path Benchmarks --product RegressionBench >&2
bench=Benchmarks/.build/release/RegressionBench

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"${CC:-clang}" -O3 $here/peer.c -o "$work/peer" -llapacke -lopenblas -lm
"$bench" generate "$work"

value() { sed -n "s/^$2=//p" <<<"$1"; }
lower() { awk -v a="$1" -v b="$2" 'BEGIN { print (b == "" || a < b) ? a : b }'; }

# Programs take turns, and the best of the rounds counts for each: a burst of other load then spoils no ratio.
ours='' one='' dgemm='' pass='' numpy='' pinv='' fit='' dgels=''
for _ in 1 2 3; do
    c=$("$work/peer" series "$work/series.bin")
    dgemm=$(lower "$(value "$c" dgemm)" "$dgemm")
    pass=$(lower "$(value "$c" pass)" "$pass")
    ours=$(lower "$(value "$("$bench" series "$work/series.bin")" seconds)" "$ours")
    one=$(lower "$(value "$("$bench" series "$work/series.bin" one-core)" seconds)" "$one")
    dgels=$(lower "$(value "$("$work/peer" fit "$work/fit.bin")" dgels)" "$dgels")
    fit=$(lower "$(value "$("$bench" fit "$work/fit.bin")" seconds)" "$fit")
    n=$(.venv/bin/python $here/peer.py "$work/series.bin")
    numpy=$(lower "$(value "$n" seconds)" "$numpy")
    pinv=$(lower "$(value "$n" pinv)" "$pinv")
done
memory=$("$bench" series-memory "$work/series.bin")

awk -v ours="$ours" -v one="$one" -v dgemm="$dgemm" -v pass="$pass" -v numpy="$numpy" -v pinv="$pinv" \
    -v fit="$fit" -v dgels="$dgels" -v peak="$(value "$memory" peak)" -v input="$(value "$memory" input)" \
    -v version="$(value "$n" version)" -v threads="$(value "$c" threads)" '
function bound(what, ratio, limit, ok) {
    printf "%-72s %6.2f  (bound %s)  %s\n", what, ratio, limit, ok ? "ok" : "MISSED"
    if (!ok) missed = 1
}
BEGIN {
    printf "1,000,000 series of 10 years: trend, residual scale, leave-one-out residuals, prediction interval\n"
    printf "  SeriesRegression %.1f ms on all cores, %.1f ms on one; dgemm %.1f ms (%d threads), pass %.1f ms; ", \
        ours * 1e3, one * 1e3, dgemm * 1e3, threads, pass * 1e3
    printf "numpy %s %.0f ms (with pinv %.0f ms)\n", version, numpy * 1e3, pinv * 1e3
    bound("  numpy lstsq / SeriesRegression", numpy / ours, "at least 8", numpy / ours >= 8)
    bound("  SeriesRegression / (dgemm + one pass)", ours / (dgemm + pass), "at most 4", ours / (dgemm + pass) <= 4)
    bound("  peak memory / input", peak / input, "at most 2.5", peak / input <= 2.5)
    printf "one fit of 10,000 × 50, with errors and residuals: LinearModel %.2f ms, LAPACKE_dgels %.2f ms\n", \
        fit * 1e3, dgels * 1e3
    bound("  LinearModel / LAPACKE_dgels", fit / dgels, "at most 1.3", fit / dgels <= 1.3)
    exit missed
}'
