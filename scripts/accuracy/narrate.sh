#!/usr/bin/env bash
# Whether what 'narrate' writes reads back to the same figures and passes 'check', on seeded random ledgers:
#   scripts/accuracy/narrate.sh [LEDGERS [FIRST-SEED]], 1,000 from seed 1 by default.
# JUESUAN names the program; by default a release build is made.
set -euo pipefail
cd "$(dirname "$0")/../.."
if [ -z "${JUESUAN:-}" ]; then
    swift build --configuration release --product juesuan >&2
    export JUESUAN=$PWD/.build/release/juesuan
fi
exec python3 scripts/accuracy/narrate/study.py "${1:-1000}" "${2:-1}"
