#!/usr/bin/env bash
# How many findings of `juesuan check` are true on labelled documents, and how many known contradictions it names:
# scripts/accuracy/check-precision.sh [--each] [FOLDER …], all batches of Data/corpus by default.
# JUESUAN names the program; by default a release build is made.
set -euo pipefail
cd "$(dirname "$0")/../.."
if [ -z "${JUESUAN:-}" ]; then
    swift build --configuration release --product juesuan >&2
    export JUESUAN=$PWD/.build/release/juesuan
fi
each=()
if [ "${1:-}" = --each ]; then
    each=(--each)
    shift
fi
[ $# -gt 0 ] || set -- Data/corpus/batch-*
python3 scripts/accuracy/corpus/check_precision.py "${each[@]}" "$@"
