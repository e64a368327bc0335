#!/usr/bin/env bash
# What the service survives: scripts/service/operate.sh [KILLS], 20 by default. SIGKILL under load, a full disk (as root), a ledger that
# another process holds, a backup while it serves. Takes JUESUAN, else the release build.
set -euo pipefail
cd "$(dirname "$0")/../.."
exec python3 scripts/service/operate.py "${1:-20}"
