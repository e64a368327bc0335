#!/usr/bin/env bash
# Turns the last year of generated units into disclosures: scripts/batch/make-disclosures.sh FOLDER
# For every unit of FOLDER (see make-units.py) the explanatory text of 2023 is written with 'juesuan narrate' and takes
# the place of the year's CSV, so that a batch has texts to read and to check.
set -euo pipefail
folder=${1:?usage: scripts/batch/make-disclosures.sh FOLDER}
export JUESUAN=${JUESUAN:-.build/release/juesuan}
narrate() {
    local unit=${1%-2023.csv}
    "$JUESUAN" narrate --input "$unit-2022.csv" "$unit-2023.csv" --amount-unit wan --year 2023 --output "$unit-2023.txt" \
        && rm "$unit-2023.csv"
}
export -f narrate
find "$folder" -name '*-2023.csv' -print0 | xargs -0 -P "$(nproc)" -I '{}' bash -c 'narrate "$1"' _ '{}'
