#!/usr/bin/env bash
# The guarantees under attack, in their long form: scripts/attack.sh [KILLS]
# Kills import, batch, backup, restore and apply KILLS times (60) each, fills the batch's disk, damages ledgers, edits outputs, sends
# six signals to three converters, reads a hundred files made to hurt.
# Stops at the first promise that does not hold. docs/guarantees.md says which there are.
set -euo pipefail
cd "$(dirname "$0")/.."
kills=${1:-60}
scripts/setup.sh build run test
swift build --build-tests
JUESUAN="$(swift build --show-bin-path)/juesuan"
export JUESUAN
tests=$(swift build --show-bin-path)/juesuanPackageTests.xctest
for suite in OwnershipTests BackupTests SignalTests LeftoverTests OutputLockTests ReadingProcessTests ChainTests ReadOnlyTests SpecialFileTests NotificationTests WebhookTests HostileInputTests; do
    "$tests" --testing-library swift-testing --filter "$suite"
done
scripts/attack/kills.py "$kills"
scripts/batch/crash.py "$kills"
scripts/batch/disk.py
scripts/bench.sh hostile
