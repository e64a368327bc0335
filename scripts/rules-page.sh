#!/usr/bin/env bash
# Writes the catalogue of rules into docs/consistency.md, between its markers.
set -euo pipefail
cd "$(dirname "$0")/.."
swift build --product juesuan >&2
juesuan=$(swift build --show-bin-path)/juesuan
"$juesuan" check --rules --format markdown --language en | grep '^|' > /tmp/rules.$$
trap 'rm -f /tmp/rules.$$' EXIT
awk -v rules="/tmp/rules.$$" '
/<!-- rules -->/ { print; while ((getline line < rules) > 0) print line; skipping = 1; next }
/<!-- end of rules -->/ { skipping = 0 }
!skipping' docs/consistency.md > docs/consistency.md.new
mv docs/consistency.md.new docs/consistency.md
