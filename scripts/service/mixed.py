#!/usr/bin/env python3
"""Mixed load for some minutes; see mixed.sh."""
import pathlib
import re
import shutil
import sys
import tempfile
import time
import urllib.parse

from load import SUBJECTS, ledger
from service import Service
from writing import Load, lost


def main():
    seconds, bodies = int(sys.argv[1]), int(sys.argv[2])
    with tempfile.TemporaryDirectory() as work:
        copy = pathlib.Path(work) / "mixed.sqlite"
        shutil.copy(ledger(bodies), copy)
        targets = ["/", "/documents", "/history", "/api/v1/bodies"]
        for number in range(0, bodies, max(1, bodies // 50)):
            body = urllib.parse.quote(f"第{number:04}街道办事处")
            targets += [f"/bodies/{body}", f"/bodies/{body}/subjects/{SUBJECTS[number % len(SUBJECTS)][0]}",
                        f"/bodies/{body}/anomalies", f"/api/v1/compare?body={body}", f"/api/v1/forecasts?body={body}"]
        with Service(copy) as service:
            settled, worst, lowest = None, 0, None
            # People read and write with pauses: what is measured is that nothing piles up, not how fast it goes.
            with Load(service, writers=2, readers=6, targets=targets, pause=0.05) as load:
                begun = time.monotonic()
                while (passed := time.monotonic() - begun) < seconds:
                    time.sleep(min(10, seconds - passed + 0.1))
                    memory = int(re.search(r"juesuan_resident_bytes (\d+)", service.get("/metrics").text)[1]) / 2**20
                    passed = time.monotonic() - begun
                    if passed >= min(120, seconds / 2):
                        settled = settled or memory
                        worst, lowest = max(worst, memory), min(lowest or memory, memory)
                    print(f"{passed:6.0f} s {load.answers:8} answers {len(load.imported):6} imports {memory:7.0f} MB", flush=True)
            gone = lost(load, service)
    print(f"mixed: {load.answers} answers, {len(load.imported)} imports, {len(load.failures)} errors, {len(gone)} lost; "
          f"memory {settled:.0f} MB after the second minute, then {lowest:.0f} to {worst:.0f} MB")
    if load.failures or gone or worst > settled * 1.1:
        sys.exit(f"mixed: {(load.failures + gone)[:3] or 'the memory grows'}")


main()
