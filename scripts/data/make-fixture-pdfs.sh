#!/usr/bin/env bash
# Makes the PDFs of Tests/DisclosuresTests/Fixtures/pdf and their truth anew, or only those named.
# The Python libraries go into a virtual environment inside the checkout (.venv/fixture-pdfs).
set -euo pipefail
cd "$(dirname "$0")/../.."

scripts/setup.sh fixture
venv=.venv/fixture-pdfs
[ -x "$venv/bin/python" ] || python3 -m venv "$venv"
"$venv/bin/pip" install --quiet --requirement scripts/data/fixture_pdfs/requirements.txt
export SOURCE_DATE_EPOCH=1704067200
exec "$venv/bin/python" scripts/data/fixture_pdfs/make.py Tests/DisclosuresTests/Fixtures/pdf "$@"
