#!/usr/bin/env python3
"""What the service survives; see operate.sh. Exits with 1 at the first promise that does not hold."""
import contextlib
import json
import os
import pathlib
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time

from service import Service, sample_ledger
from writing import Load, lost


def expect(condition, what):
    if not condition:
        sys.exit(f"operate: {what}")


def verify(service, ledger):
    done = subprocess.run(
        [service.program, "ledger", "verify", "--ledger", str(ledger), "--language", "en"], capture_output=True, text=True)
    return done.returncode == 0, done.stdout + done.stderr


def audit_holds(service):
    """The log of what was done says itself where it was broken."""
    audit = json.loads(service.get("/api/v1/audit?language=en").text)
    return not audit.get("notes")


def kills(folder, count):
    ledger = sample_ledger(folder / "kills.sqlite")
    source, acknowledged, changes = random.Random(1), 0, 0
    for number in range(count):
        service = Service(ledger).__enter__()
        with Load(service, seed=number + 1) as load:
            # Until something was acknowledged, and a moment beyond it.
            until = time.monotonic() + 20
            while not load.imported and time.monotonic() < until:
                time.sleep(0.01)
            time.sleep(source.uniform(0, 0.7))
            service.process.send_signal(signal.SIGKILL)
            service.process.wait()
        with Service(ledger) as again:
            gone = lost(load, again)
            expect(not gone, f"after kill {number + 1}: acknowledged and lost: {gone[:5]}")
            expect(audit_holds(again), f"after kill {number + 1}: the log of what was done is broken")
            sound, said = verify(again, ledger)
            expect(sound, f"after kill {number + 1}: the ledger does not verify: {said}")
        acknowledged += len(load.imported)
        changes += len(load.states)
    print(f"operate: {count} kills under load: {acknowledged} imports acknowledged, none lost; ledger and log verify after each")


@contextlib.contextmanager
def small_disk(folder, size):
    folder.mkdir()
    is_there = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder)], capture_output=True).returncode == 0
    try:
        yield is_there
    finally:
        if is_there:
            subprocess.run(["umount", "--lazy", str(folder)], check=True)


def full_disk(folder):
    disk = folder / "disk"
    with small_disk(disk, "12m") as is_there:
        if not is_there:
            print("operate: full disk: skipped, a tmpfs cannot be mounted here (this takes root)")
            return
        ledger = sample_ledger(disk / "a.sqlite")
        with Service(ledger) as service:
            with Load(service, writers=1, readers=0) as load:
                while not load.imported:
                    time.sleep(0.05)
            filler = disk / "filler"
            with contextlib.suppress(OSError), open(filler, "wb", buffering=0) as file:
                while True:
                    file.write(b"x" * 4096)
            said = []
            with Load(service, writers=1, readers=1, seed=2) as full:
                until = time.monotonic() + 15
                while len(full.failures) < 3 and time.monotonic() < until:
                    time.sleep(0.05)
                said = list(full.failures)
            expect(said, "full disk: nothing was refused")
            expect(all(": 503 " in one for one in said), f"full disk: {said[0]}")
            expect(service.get("/api/v1/bodies").status == 200, "full disk: what is there cannot be read")
            filler.unlink()
            with Load(service, writers=1, readers=0, seed=3) as after:
                until = time.monotonic() + 20
                while not after.imported and time.monotonic() < until:
                    time.sleep(0.05)
            expect(after.imported, f"full disk: with room again nothing is imported: {after.failures[:1]}")
            for one in (load, full, after):
                expect(not lost(one, service), "full disk: something acknowledged is lost")
            sound, words = verify(service, ledger)
            expect(sound, f"full disk: the ledger does not verify: {words}")
    print(f"operate: full disk: refused with {json.loads(said[0].split(' ', 3)[3])['detail'] if said[0].endswith('}') else said[0][:120]}; "
          "read all the while, written again when there was room")


def locked(folder):
    ledger = sample_ledger(folder / "locked.sqlite")
    with Service(ledger) as service:
        holder = sqlite3.connect(ledger, isolation_level=None)
        holder.execute("BEGIN IMMEDIATE")
        begun = time.monotonic()
        with Load(service, writers=1, readers=1) as load:
            while not load.failures and time.monotonic() < begun + 60:
                time.sleep(0.05)
        waited = time.monotonic() - begun
        expect(load.failures and ": 503 " in load.failures[0], f"ledger locked: {load.failures[:1] or 'nothing was refused'}")
        expect(service.get("/api/v1/bodies").status == 200, "ledger locked: it cannot be read")
        holder.execute("ROLLBACK")
        holder.close()
        with Load(service, writers=1, readers=0, seed=2) as after:
            until = time.monotonic() + 20
            while not after.imported and time.monotonic() < until:
                time.sleep(0.05)
        expect(after.imported, "ledger locked: nothing is imported when it is free again")
    print(f"operate: ledger locked by another process: writing refused (503) after {waited:.0f} s, reading goes on, writing works afterwards")


def backups(folder):
    ledger = sample_ledger(folder / "hot.sqlite")
    with Service(ledger) as service, Load(service) as load:
        for number in range(5):
            copy = folder / f"backup-{number}.sqlite"
            before = set(load.imported)
            done = subprocess.run(
                [service.program, "ledger", "backup", "--ledger", str(ledger), str(copy)], capture_output=True, text=True)
            expect(done.returncode == 0, f"backup: {done.stderr}")
            sound, said = verify(service, copy)
            expect(sound, f"backup: the copy does not verify: {said}")
            rows = {row[0] for row in sqlite3.connect(f"file:{copy}?mode=ro", uri=True).execute("SELECT file_name FROM document")}
            missing = sorted(before - rows)
            expect(not missing, f"backup {number + 1}: of {len(before)} that were acknowledged before it began {missing[:5]} are not in it")
            time.sleep(0.2)
    expect(not load.failures, f"backup: {load.failures[:1]}")
    print(f"operate: 5 backups while {len(load.imported)} documents were imported: each verifies and has what was acknowledged before")


def main():
    os.environ["JUESUAN_LANGUAGE"] = "en"
    with tempfile.TemporaryDirectory() as work:
        folder = pathlib.Path(work)
        backups(folder)
        locked(folder)
        full_disk(folder)
        kills(folder, int(sys.argv[1]))


main()
