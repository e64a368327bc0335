#!/usr/bin/env bash
# Runs the service behind nginx, and behind Caddy where it is installed, as the recipes have it, and tries what a proxy lets happen:
# requests smuggled behind others, names and addresses that are made up, large documents. Takes JUESUAN, else the release build.
set -euo pipefail
cd "$(dirname "$0")/../.."
scripts/setup.sh proxy
exec python3 scripts/service/proxy.py "$@"
