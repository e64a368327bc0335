#!/usr/bin/env bash
# Tests the Python package: scripts/python/check.sh [arguments of pytest …]
# Takes the library that JUESUAN_LIBRARY names or builds it, and the command that JUESUAN names or the one of the release build.
set -euo pipefail
cd "$(dirname "$0")/../.."
venv=.build/python-venv
[ -x $venv/bin/python ] || python3 -m venv $venv
$venv/bin/python -m pip install --quiet --disable-pip-version-check -r scripts/python/requirements.txt
if [ -z "${JUESUAN_LIBRARY:-}" ]; then
    scripts/c/build.sh .build/c
    export JUESUAN_LIBRARY=$PWD/.build/c/lib/libjuesuan.so
fi
export JUESUAN=${JUESUAN:-$PWD/.build/release/juesuan} JUESUAN_HOME=$PWD JUESUAN_MODEL=$PWD/Models/small-bodies.json
export PYTHONPATH=$PWD/scripts/python/src
cd scripts/python
../../$venv/bin/python -m mypy
exec ../../$venv/bin/python -m pytest -q "$@"
