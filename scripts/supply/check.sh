#!/usr/bin/env bash
# Holds what SwiftPM checked out against the commits of scripts/supply/swift-packages.txt, and sees that every Python package is
# locked by its digest: scripts/supply/check.sh [FOLDER OF CHECKOUTS]. Run by CI after resolving.
set -euo pipefail
cd "$(dirname "$0")/../.."
checkouts=${1:-.build/checkouts}
[ -d "$checkouts" ] || swift package resolve
fail() { echo "supply: $1" >&2; exit 1; }
declare -A wanted
while read -r identity version commit _ place; do
    wanted[$identity]=$commit
    # What comes along with another package stands in the list alone, with its place.
    [ -n "$place" ] || grep -qF "exact: \"$version\"" Package.swift || fail "Package.swift does not ask for $identity $version"
done < <(grep -v '^#' scripts/supply/swift-packages.txt)
for folder in "$checkouts"/*/; do
    name=$(basename "$folder" | tr '[:upper:]' '[:lower:]')
    commit=${wanted[$name]:-}
    [ -n "$commit" ] || fail "$name is not in scripts/supply/swift-packages.txt"
    found=$(git -C "$folder" rev-parse HEAD)
    [ "$found" = "$commit" ] || fail "$name is at $found, not at $commit"
    [ -z "$(git -C "$folder" status --porcelain --untracked-files=no)" ] || fail "$name was changed since it was checked out"
    unset "wanted[$name]"
done
[ ${#wanted[@]} -eq 0 ] || fail "not checked out: ${!wanted[*]}"
scripts/supply/lock.py --check
echo "supply: every package is the one that is locked"
