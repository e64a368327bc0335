#!/usr/bin/env bash
# Makes a wheel with the library inside, and those it needs: scripts/python/wheel.sh [FOLDER], default .build/wheel
# Takes the library that JUESUAN_LIBRARY names, or builds it (scripts/c/build.sh). auditwheel says which Linux systems it is for.
set -euo pipefail
cd "$(dirname "$0")/../.."
folder=$(realpath -m "${1:-.build/wheel}")
venv=.build/python-venv
[ -x $venv/bin/python ] || python3 -m venv $venv
$venv/bin/python -m pip install --quiet --disable-pip-version-check -r scripts/python/requirements.txt
raw=$(mktemp -d)
trap 'rm -rf "$raw" scripts/python/build scripts/python/src/juesuan.egg-info' EXIT
JUESUAN_SOURCE=$PWD PATH="$PWD/$venv/bin:$PATH" $venv/bin/python -m pip wheel --quiet --disable-pip-version-check --no-deps --no-build-isolation \
    --wheel-dir "$raw" ./scripts/python
mkdir -p "$folder"
PATH="$PWD/$venv/bin:$PATH" $venv/bin/python -m auditwheel repair --wheel-dir "$folder" "$raw"/juesuan-*.whl
PATH="$PWD/$venv/bin:$PATH" $venv/bin/python -m auditwheel show "$folder"/juesuan-*.whl
ls -l "$folder"/juesuan-*.whl
