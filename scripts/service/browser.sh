#!/usr/bin/env bash
# A day's work in a browser: scripts/service/browser.sh [--short] [FOLDER], default out/service. Headless Chromium against the running service
# with a ledger of 40 bodies: the first login, a document sent, corrected and imported, a finding opened at its marked page and accepted, a
# draft with a ceiling, two editors of one cell, approval by another, the workbook, every page in both languages, at 390 and 1280 pixels,
# light and dark, with scripts and without, logging out. Each is a picture; no console message, nothing that sticks out sideways,
# contrast of 4.5 to 1, nothing serious by axe-core where scripts/fetch-axe.sh got it. Takes JUESUAN, else the release build.
set -euo pipefail
cd "$(dirname "$0")/../.."
scripts/setup.sh test
scripts/fetch-axe.sh >/dev/null || echo "browser: pages are looked at without axe-core" >&2
exec python3 scripts/service/browse.py "$@"
