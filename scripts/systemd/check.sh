#!/usr/bin/env bash
# Checks the units: scripts/systemd/check.sh. They have to parse, and the service may not be more exposed than 2.0 of 10
# by 'systemd-analyze security'. Skips where systemd is not installed.
set -euo pipefail
cd "$(dirname "$0")"
command -v systemd-analyze >/dev/null || { echo "systemd: skipped, systemd-analyze is not installed"; exit 0; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
# The program need not be installed for the units to be checked.
sed "s|/usr/local/bin/juesuan|$(command -v true)|" juesuan-batch@.service >"$folder/juesuan-batch@.service"
cp juesuan-batch@.timer juesuan-batch-failed@.service "$folder/"
SYSTEMD_LOG_LEVEL=warning systemd-analyze verify --man=no --recursive-errors=no \
    "$folder/juesuan-batch@nightly.service" "$folder/juesuan-batch@nightly.timer"
cp "$folder/juesuan-batch@.service" "$folder/juesuan-batch-nightly.service"
systemd-analyze security --offline=yes --threshold=20 --no-pager "$folder/juesuan-batch-nightly.service" | tail -n 1
