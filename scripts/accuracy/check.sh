#!/usr/bin/env bash
# What `juesuan check` finds of one planted error a document, by family, and what it finds in documents without any:
#   scripts/accuracy/check.sh [FIRST-SEED [DOCUMENTS-PER-FAMILY [CLEAN-DOCUMENTS]]]
# Defaults: seeds from 50000001 on, which nothing was developed on (development used seeds below 12000000).
set -euo pipefail
cd "$(dirname "$0")/../.."
command -v pdftotext >/dev/null || { echo "check.sh: pdftotext is not installed (apt: poppler-utils)" >&2; exit 69; }
swift build --configuration release --product check-study >&2
"$(swift build --configuration release --show-bin-path)/check-study" table "${1:-50000001}" "${2:-100}" "${3:-2000}"
