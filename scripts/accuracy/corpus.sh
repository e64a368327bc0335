#!/usr/bin/env bash
# How the reader places the amounts of labelled documents: scripts/accuracy/corpus.sh [FOLDER …], all batches of Data/corpus by default.
# JUESUAN names the program; by default a release build is made.
set -euo pipefail
cd "$(dirname "$0")/../.."
if [ -z "${JUESUAN:-}" ]; then
    swift build --configuration release --product juesuan >&2
    export JUESUAN=$PWD/.build/release/juesuan
fi
[ $# -gt 0 ] || set -- Data/corpus/batch-*
for folder in "$@"; do python3 scripts/accuracy/corpus/score.py "$folder"; done
