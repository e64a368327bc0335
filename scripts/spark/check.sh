#!/usr/bin/env bash
# Holds a local cluster of two workers against one process, with a worker killed on the way: scripts/spark/check.sh [arguments of trial.py …]
# Without arguments a short form: 100,000 series, 300 documents. Installs what is missing (setup.sh).
set -euo pipefail
cd "$(dirname "$0")/../.."
scripts/spark/setup.sh
export JUESUAN=${JUESUAN:-$PWD/.build/release/juesuan} JUESUAN_HOME=$PWD SPARK_LOCAL_IP=127.0.0.1
cd scripts/spark
../../.build/spark-venv/bin/python -m pytest -q -p no:cacheprovider test_packing.py
[ $# -gt 0 ] || set -- --series 100000 --documents 300 --kill 10
exec ../../.build/spark-venv/bin/python trial.py "$@"
