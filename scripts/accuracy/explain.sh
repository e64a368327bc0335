#!/usr/bin/env bash
# `juesuan explain` beside statsmodels on fifty seeded series: scripts/accuracy/explain.sh
# Coefficients, both kinds of errors, t, p, R², deviation, intervals, leverage and Cook's distance have to agree to nine
# digits, and the parts of every forecast have to add up to it. statsmodels is installed into .venv in a pinned version.
set -euo pipefail
cd "$(dirname "$0")/../.."
here=scripts/accuracy/explain
juesuan=${JUESUAN:-}
if [ -z "$juesuan" ]; then
    scripts/setup.sh build
    swift build -c release --product juesuan >&2
    juesuan=$(swift build -c release --show-bin-path)/juesuan
fi
[ -x .venv/bin/python ] || python3 -m venv .venv
.venv/bin/python -m pip install --quiet --disable-pip-version-check -r $here/requirements.txt
.venv/bin/python $here/compare.py "$juesuan"
