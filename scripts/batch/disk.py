#!/usr/bin/env python3
"""Run a batch onto a full disk and into a read-only folder: disk.py [UNITS].

Needs root, to mount a small tmpfs; says so and exits with 0 where it cannot. In each case the batch has to end with
one clear error and an exit code of 73 or 74, the ledger has to verify, and once there is room the batch has to end like an
undisturbed one. Exits with 1 when it does not.
"""
import contextlib
import os
import pathlib
import subprocess
import sys
import tempfile

import trial

# What the program says is looked at, in English.
os.environ["JUESUAN_LANGUAGE"] = "en"


def mount(*arguments):
    return subprocess.run(["mount", *arguments], capture_output=True, text=True).returncode == 0


@contextlib.contextmanager
def small_disk(folder, size):
    """A tmpfs over a folder; `None` where it cannot be mounted."""
    folder.mkdir(exist_ok=True)
    mounted = mount("-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder))
    try:
        yield folder if mounted else None
    finally:
        if mounted:
            subprocess.run(["umount", str(folder)], check=True)


def expect_failure(case, folder, words):
    code, errors = trial.run(folder)
    messages = [line for line in errors.splitlines() if line.startswith("juesuan: ")]
    if code not in (73, 74) or len(messages) != 1 or not any(word in messages[0] for word in words):
        sys.exit(f"disk: {case}: exit code {code}, said {messages or errors[-300:]}")
    if (folder / "ledger/juesuan.sqlite").exists():
        sound, said = trial.verify(folder)
        if not sound:
            sys.exit(f"disk: {case}: the ledger does not verify: {said}")
    print(f"disk: {case}: exit code {code}, {messages[0].removeprefix('juesuan: ')}")


def expect_success(case, folder, calm):
    code, errors = trial.run(folder)
    found = trial.differences(calm, folder)
    if code != 0 or found:
        sys.exit(f"disk: {case}, with room again: exit code {code}, {found[:10]} {errors[-300:]}")


def main():
    units = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    with tempfile.TemporaryDirectory() as work:
        work = pathlib.Path(work)
        with small_disk(work / "probe", "64k") as probe:
            if probe is None:
                print("disk: skipped, a tmpfs cannot be mounted here (this takes root)")
                return
        fresh = trial.make(work / "fresh", units, 8)
        calm = trial.copy(fresh, work / "calm")
        if trial.run(calm)[0] != 0:
            sys.exit("disk: the undisturbed run failed")
        # An empty ledger takes some 500k with its log: it has to be made before the disk is full.
        for name, size in [("out", "900k"), ("ledger", "720k")]:
            folder = trial.copy(fresh, work / f"full-{name}")
            with small_disk(folder / name, size) as disk:
                expect_failure(f"full disk under '{name}'", folder, ["No space left", "full"])
                mount("-o", "remount,size=500m", str(disk))
                expect_success(f"full disk under '{name}'", folder, calm)
        folder = trial.copy(fresh, work / "read-only")
        with small_disk(folder / "out", "500m") as disk:
            mount("-o", "remount,ro", str(disk))
            expect_failure("read-only output folder", folder, ["Read-only", "read-only"])
            mount("-o", "remount,rw", str(disk))
            expect_success("read-only output folder", folder, calm)
            trial.change(folder)
            mount("-o", "remount,ro", str(disk))
            expect_failure("output folder that has become read-only", folder, ["Read-only", "read-only"])


main()
