#!/usr/bin/env bash
# Holds the running service against its own description: scripts/service/schemathesis.sh [EXAMPLES|smoke], 30 an operation by default.
# schemathesis (PyPI, by its digest) makes requests that the description allows and such that it does not, the same ones each time.
# `smoke`, as CI runs it, has one an operation and all corner cases of two addresses. Takes JUESUAN, else the release build.
set -euo pipefail
cd "$(dirname "$0")/../.."
scripts/setup.sh service
venv=.build/service-venv
[ -x $venv/bin/python ] || python3 -m venv $venv
# Nothing is fetched where it is there already.
cmp -s scripts/service/requirements.txt $venv/requirements.txt || {
    $venv/bin/python -m pip install --quiet --disable-pip-version-check --only-binary=:all: -r scripts/service/requirements.txt
    cp scripts/service/requirements.txt $venv/
}
exec $venv/bin/python scripts/service/conform.py "${1:-30}"
