#!/usr/bin/env bash
# A client of the service made of its description alone: scripts/service/client.sh. openapi-python-client (PyPI, by its digest) generates
# it, and the ten lines of docs/operating.md do the main job with it. Takes JUESUAN, else the release build.
set -euo pipefail
cd "$(dirname "$0")/../.."
venv=.build/service-venv
[ -x $venv/bin/python ] || python3 -m venv $venv
$venv/bin/python -m pip install --quiet --disable-pip-version-check --only-binary=:all: -r scripts/service/requirements.txt
exec $venv/bin/python scripts/service/peer.py
