#!/usr/bin/env bash
# Forecasts of four public panels and of small bodies, held against what came, as a table in Markdown:
#   scripts/accuracy/panels.sh tuning|rest [FOLDER [--seed N] [--samples N] [--only SET] [--each]]
# "tuning" are the parts that everything was chosen on (Israel to 2000, Navarra to 2019, Philadelphia to 2015, the first
# twelve Ukrainian cities), "rest" the others. Small bodies are forty to sixty lines with three to five known years, drawn
# with the seed (17). FOLDER holds the panels (default ../shared/data). Measures are means over panels, coverage is pooled;
# "won" is the share of panels below the last value, of an outlook below the better of budget and last value in that panel.
# A second table holds StatsForecast's models and their mean and median on the lines of the whole panels (PEERS=none leaves it out).
set -euo pipefail
cd "$(dirname "$0")/../.."
source scripts/accuracy/forecast/panels.sh
part=${1:?tuning or rest}
unpack "${2:-../shared/data}"
shift $(($# > 2 ? 2 : $#))
swift build -c release --product forecast-study >&2
"$(swift build -c release --show-bin-path)/forecast-study" "$panels" "$part" --model Models/small-bodies.json "$@"
[ "${PEERS:-}" != none ] || exit 0
python=.venv/bin/python
[ -x $python ] || python3 -m venv .venv
$python -m pip install --quiet --disable-pip-version-check -r scripts/accuracy/forecast/requirements.txt
echo
$python scripts/accuracy/forecast/panel_peers.py "$panels" "$part"
