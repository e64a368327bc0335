#!/usr/bin/env bash
# Checks the units: scripts/systemd/check.sh. They have to parse, and by 'systemd-analyze security' neither the batch nor the service may be
# more exposed than 1.5 of 10. Skips where systemd is not installed.
set -euo pipefail
cd "$(dirname "$0")"
command -v systemd-analyze >/dev/null || { echo "systemd: skipped, systemd-analyze is not installed"; exit 0; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
# The program need not be installed for the units to be checked.
for unit in juesuan-batch@.service juesuan.service; do
    sed "s|/usr/local/bin/juesuan|$(command -v true)|" "$unit" >"$folder/$unit"
done
cp juesuan-batch@.timer juesuan-batch-failed@.service "$folder/"
SYSTEMD_LOG_LEVEL=warning systemd-analyze verify --man=no --recursive-errors=no \
    "$folder/juesuan-batch@nightly.service" "$folder/juesuan-batch@nightly.timer" "$folder/juesuan.service"
cp "$folder/juesuan-batch@.service" "$folder/juesuan-batch-nightly.service"
exposure() { systemd-analyze security --offline=yes --threshold="$2" --no-pager "$folder/$1" | tail -n 1; }
exposure juesuan-batch-nightly.service 15
exposure juesuan.service 15
