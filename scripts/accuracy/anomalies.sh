#!/usr/bin/env bash
# How much of each method's list of anomalies was planted, on seeded synthetic ledgers of 200 units:
#   scripts/accuracy/anomalies.sh [FIRST-SEED [LEDGERS]]
# Defaults: seeds 1001 to 1040, which nothing was developed on (development used 1 to 20, the unit tests use 501 to 503).
set -euo pipefail
cd "$(dirname "$0")/../.."
swift build --configuration release --product anomaly-study >&2
"$(swift build --configuration release --show-bin-path)/anomaly-study" "${1:-1001}" "${2:-40}"
