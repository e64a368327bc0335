#!/usr/bin/env bash
# Looks at a page in headless Chromium: scripts/screenshots.sh [--short] [--pages N] PAGE.html [FOLDER], default out/screenshots.
# Takes pictures at phone, tablet and desktop width, light and dark, with and without scripts, and prints the page; fails on console
# messages, on anything that sticks out sideways, on text with too little contrast, on what axe-core calls serious (where
# scripts/fetch-axe.sh has fetched it), on a heading that ends a printed page, on more than N printed pages and on a file of more than 3 MB.
# --short takes the few of these looks that CI has time for. Prints a line of JSON for each look.
set -euo pipefail
browser=$(command -v chromium || command -v chromium-browser || command -v google-chrome) \
    || { echo "screenshots: no Chromium on the PATH; install the package chromium" >&2; exit 69; }
exec python3 "$(dirname "$0")/screenshots/look.py" "$browser" "$@"
