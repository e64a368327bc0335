#!/usr/bin/env bash
# Making forecasts add up, 1,000 to 100,000 leaves, against a sparse solution by SciPy: scripts/bench/reconcile.sh
# Prints one line a bound, with the ratio measured, and fails when a bound is missed.
set -euo pipefail
cd "$(dirname "$0")/../.."
here=scripts/bench/reconcile
scripts/setup.sh build

[ -x .venv/bin/python ] || python3 -m venv .venv
.venv/bin/python -m pip install --quiet --disable-pip-version-check -r scripts/bench/forecast/requirements.txt
swift build -c release --package-path Benchmarks --product ForecastBench >&2
bench=Benchmarks/.build/release/ForecastBench

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
value() { sed -n "s/^$2=//p" <<<"$1"; }

echo "a tree of four levels, ten parts to a sum; best of five"
for size in 1000 10000 100000; do
    wls=$("$bench" reconcile $size wls "$work/nodes.csv")
    mint=$("$bench" reconcile $size mint)
    peer=$(.venv/bin/python $here/peer.py "$work/nodes.csv")
    awk -v n=$size -v nodes="$(value "$wls" nodes)" -v wls="$(value "$wls" seconds)" -v mint="$(value "$mint" seconds)" \
        -v memory="$(value "$mint" peak)" -v peer="$(value "$peer" seconds)" 'BEGIN {
        printf "  %6d leaves, %6d nodes  WLS %8.2f ms  MinT %8.2f ms  SciPy WLS %8.2f ms  peak %4.0f MB\n",
            n, nodes, wls * 1e3, mint * 1e3, peer * 1e3, memory / 1e6 }'
    [ $size = 10000 ] && middle=$(value "$mint" seconds)
done

awk -v wls="$(value "$wls" seconds)" -v mint="$(value "$mint" seconds)" -v middle="$middle" -v peer="$(value "$peer" seconds)" \
    -v difference="$(value "$peer" difference)" -v gap="$(value "$mint" gap)" -v memory="$(value "$mint" peak)" \
    -v version="$(value "$peer" version)" '
function bound(what, ratio, limit, ok) {
    printf "%-72s %9.3g  (bound %s)  %s\n", what, ratio, limit, ok ? "ok" : "MISSED"
    if (!ok) missed = 1
}
BEGIN {
    printf "100,000 leaves, beside SciPy %s (sparse factors of the normal equations)\n", version
    bound("  SciPy / Juesuan, WLS", peer / wls, "at least 3", peer / wls >= 3)
    bound("  the two solutions differ at most, in shares of the value", difference, "1e-6", difference <= 1e-6)
    bound("  MinT: sums miss their parts at most, in shares", gap, "1e-9", gap <= 1e-9)
    bound("  MinT, time per leaf, 100,000 / 10,000", mint / middle / 10, "at most 2", mint / middle / 10 <= 2)
    bound("  GB of memory at most", memory / 1e9, "under 0.5", memory / 1e9 < 0.5)
    exit missed
}'
