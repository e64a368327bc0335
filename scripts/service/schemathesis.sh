#!/usr/bin/env bash
# Holds the running service against its own description: scripts/service/schemathesis.sh [EXAMPLES], 30 an operation by default.
# schemathesis (PyPI, by its digest) makes requests that the description allows and such that it does not. Takes JUESUAN, else the release build.
set -euo pipefail
cd "$(dirname "$0")/../.."
venv=.build/service-venv
[ -x $venv/bin/python ] || python3 -m venv $venv
$venv/bin/python -m pip install --quiet --disable-pip-version-check --only-binary=:all: -r scripts/service/requirements.txt
exec $venv/bin/python scripts/service/conform.py "${1:-30}"
