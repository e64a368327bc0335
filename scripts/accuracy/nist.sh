#!/usr/bin/env bash
# Correct digits on the linear problems of NIST StRD, beside numpy's lstsq and R's lm, as a table in Markdown:
# scripts/accuracy/nist.sh
# Installs R (r-base-core) when it is absent, and numpy into .venv.
set -euo pipefail
cd "$(dirname "$0")/../.."
here=scripts/accuracy/nist
source=Tests/RegressionTests/Fixtures/NIST
scripts/setup.sh build accuracy
[ -x .venv/bin/python ] || python3 -m venv .venv
.venv/bin/python -m pip install --quiet --disable-pip-version-check -r scripts/bench/regression/requirements.txt
swift build -c release --package-path Benchmarks --product NISTAccuracy >&2

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/data"
.venv/bin/python $here/table.py prepare "$source" "$work/data"
Benchmarks/.build/release/NISTAccuracy "$work/data" >"$work/ours"
Benchmarks/.build/release/NISTAccuracy "$work/data" plain >"$work/plain"
.venv/bin/python $here/numpy_lstsq.py "$work/data" >"$work/numpy"
Rscript --vanilla $here/lm.R "$work/data" >"$work/lm"
Rscript --vanilla $here/lm.R "$work/data" 1e-10 >"$work/lm-tol"
numpy=$(.venv/bin/python -c 'import numpy; print(numpy.__version__)')
r=$(Rscript --vanilla -e 'cat(as.character(getRversion()))')
.venv/bin/python $here/table.py print "$source" "LinearModel=$work/ours" \
    "the same, given a matrix=$work/plain" "numpy $numpy \`lstsq\`=$work/numpy" \
    "R $r \`lm\`=$work/lm" "R \`lm\`, tol 1e-10=$work/lm-tol"
