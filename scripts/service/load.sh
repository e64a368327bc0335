#!/usr/bin/env bash
# How fast the service is: scripts/service/load.sh [BODIES] [SECONDS], by default 1000 bodies of eight years and 10 seconds a page.
# Takes JUESUAN, else the release build; makes its ledger below .build and keeps it.
set -euo pipefail
cd "$(dirname "$0")/../.."
scripts/setup.sh load
exec python3 scripts/service/load.py "${1:-1000}" "${2:-10}"
