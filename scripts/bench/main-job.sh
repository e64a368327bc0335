#!/usr/bin/env bash
# The main job alone, after set-up and build: wall time (median of 5) and the largest process, against 2 s and 150 MB.
set -euo pipefail
swift build --configuration release --product juesuan >&2
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
python3 - "$out" <<'PY'
import resource
import statistics
import subprocess
import sys
import time

SECONDS, MEGABYTES = 2.0, 150.0
times = []
for _ in range(5):
    begin = time.perf_counter()
    subprocess.run(["scripts/main-job.sh", sys.argv[1]], stdout=subprocess.DEVNULL, check=True)
    times.append(time.perf_counter() - begin)
peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
wall = statistics.median(times)
print(f"main job: {wall:.2f} s, {wall / SECONDS:.2f} of the bound; largest process {peak:.0f} MB, {peak / MEGABYTES:.2f} of the bound")
PY
