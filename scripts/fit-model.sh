#!/usr/bin/env bash
# Makes Models/small-bodies.json, the model that answers where a body is too small to be fitted:
#   scripts/fit-model.sh [FOLDER]
# FOLDER holds the panels that Data/README.md names (default ../shared/data). Only the parts that everything was chosen on
# are learned from; scripts/accuracy/panels.sh measures on the rest.
set -euo pipefail
cd "$(dirname "$0")/.."
source scripts/accuracy/forecast/panels.sh
unpack "${1:-../shared/data}"
swift build -c release --product forecast-study >&2
"$(swift build -c release --show-bin-path)/forecast-study" "$panels" fit --model Models/small-bodies.json
echo "Models/small-bodies.json: $(wc -c <Models/small-bodies.json) bytes" >&2
