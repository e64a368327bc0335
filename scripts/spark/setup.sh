#!/usr/bin/env bash
# Installs what Spark needs and is missing: scripts/spark/setup.sh. Java 17 from Debian, PySpark and the rest from PyPI by their digests, and the
# Python package of this source with its library, all into .build/spark-venv.
set -euo pipefail
cd "$(dirname "$0")/../.."
scripts/setup.sh spark
venv=.build/spark-venv
[ -x $venv/bin/python ] || python3 -m venv $venv
$venv/bin/python -m pip install --quiet --disable-pip-version-check --only-binary=:all: --no-binary=pyspark -r scripts/spark/requirements.txt
if ! $venv/bin/python -c 'import juesuan' 2>/dev/null; then
    wheels=(.build/wheel/juesuan-*.whl)
    [ -e "${wheels[0]}" ] || { scripts/python/wheel.sh .build/wheel >&2; wheels=(.build/wheel/juesuan-*.whl); }
    $venv/bin/python -m pip install --quiet --disable-pip-version-check --no-deps "${wheels[0]}"
fi
echo "setup: $venv/bin/spark-submit" >&2
