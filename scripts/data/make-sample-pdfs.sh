#!/usr/bin/env bash
# Makes the final accounts of the invented body in Data/baishi anew, two years as PDFs in the official form:
# scripts/data/make-sample-pdfs.sh [FOLDER]
# The Python libraries go into a virtual environment inside the checkout (.venv/fixture-pdfs).
set -euo pipefail
cd "$(dirname "$0")/../.."

scripts/setup.sh fixture
venv=.venv/fixture-pdfs
[ -x "$venv/bin/python" ] || python3 -m venv "$venv"
"$venv/bin/pip" install --quiet --requirement scripts/data/fixture_pdfs/requirements.txt
export SOURCE_DATE_EPOCH=1719792000
exec "$venv/bin/python" scripts/data/fixture_pdfs/sample.py "${1:-Data/baishi}"
