#!/usr/bin/env bash
# How long `juesuan --help` and `juesuan forecast --help` take, the median of 41 runs each, against the bound of 30 ms and
# against an interpreter that does nothing (python3 -c pass).
set -euo pipefail
swift build --configuration release --product juesuan >&2
python3 - "$(swift build --configuration release --show-bin-path)/juesuan" <<'PY'
import statistics
import subprocess
import sys
import time

BOUND = 0.030


def median(command):
    times = []
    for _ in range(41):
        begin = time.perf_counter()
        subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
        times.append(time.perf_counter() - begin)
    return statistics.median(times)


peer = median(["python3", "-S", "-c", "pass"])
for arguments in (["--help"], ["forecast", "--help"]):
    own = median([sys.argv[1], *arguments])
    print(f"juesuan {' '.join(arguments)}: {own * 1000:.1f} ms, {own / BOUND:.2f} of the bound, {own / peer:.2f} of python3 -c pass")
PY
