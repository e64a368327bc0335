#!/usr/bin/env bash
# Fetches axe-core 4.12.1, which looks for what keeps people from using a page: scripts/fetch-axe.sh; prints its path.
# Takes axe.min.js (MPL-2.0, used by scripts/screenshots.sh and shipped nowhere) from the PyPI wheel axe-playwright-python 0.1.8,
# checks both against their SHA-256 and puts it into .venv/axe, which git ignores.
set -euo pipefail
cd "$(dirname "$0")/.."

wheel_sha256=fdd263c998388f1a8e67cad02677e612d946248bd44d163be5e8650ea31f95f8
script_sha256=84494fec757e4710dc751c8d7a636e457f4532f08f85c86dc9070133fbff53bc
target=$PWD/.venv/axe/axe.min.js

matches() { [ -f "$2" ] && echo "$1  $2" | sha256sum --check --status; }
if ! matches "$script_sha256" "$target"; then
    command -v pip3 >/dev/null || { echo "fetch-axe: no pip3; install the package python3-pip" >&2; exit 69; }
    folder=$(mktemp -d)
    trap 'rm -rf "$folder"' EXIT
    pip3 download --quiet --disable-pip-version-check --no-deps --only-binary=:all: --dest "$folder" axe-playwright-python==0.1.8 >&2 \
        || { echo "fetch-axe: pip could not download axe-playwright-python 0.1.8; check the network and run again" >&2; exit 69; }
    wheel=$(echo "$folder"/axe_playwright_python-0.1.8-*.whl)
    matches "$wheel_sha256" "$wheel" || { echo "fetch-axe: $wheel does not have the expected SHA-256" >&2; exit 65; }
    python3 -c 'import sys, zipfile; sys.stdout.buffer.write(zipfile.ZipFile(sys.argv[1]).read("axe_playwright_python/axe.min.js"))' \
        "$wheel" >"$folder/axe.min.js"
    matches "$script_sha256" "$folder/axe.min.js" || { echo "fetch-axe: axe.min.js does not have the expected SHA-256" >&2; exit 65; }
    mkdir -p "$(dirname "$target")"
    mv "$folder/axe.min.js" "$target"
fi
echo "$target"
