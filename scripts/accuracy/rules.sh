#!/usr/bin/env bash
# Two hundred seeded drafts with rules beside OSQP, and fifty with rules that conflict: scripts/accuracy/rules.sh
# Rules have to hold to the last digit, solutions to lie within 1e-6 of the reference, 1,000 lines to take under 50 ms.
set -euo pipefail
cd "$(dirname "$0")/../.."
here=scripts/accuracy/rules
scripts/setup.sh build
[ -x .venv/bin/python ] || python3 -m venv .venv
.venv/bin/python -m pip install --quiet --disable-pip-version-check -r $here/requirements.txt
swift build -c release --product rules-study >&2
"$(swift build -c release --show-bin-path)/rules-study" | .venv/bin/python $here/compare.py
