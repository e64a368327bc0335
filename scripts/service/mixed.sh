#!/usr/bin/env bash
# Mixed reading, editing and uploading: scripts/service/mixed.sh [SECONDS] [BODIES], by default ten minutes on 1000 bodies of eight years.
# No answer may be an error, and the memory may not leave ±10% of what it is at the end of the second minute. Takes JUESUAN, else the
# release build, and a copy of the ledger that load.sh makes.
set -euo pipefail
cd "$(dirname "$0")/../.."
exec python3 scripts/service/mixed.py "${1:-600}" "${2:-1000}"
