"""Runs a command and prints seconds and the peak memory of it and its children in MB: run.py [--best N] COMMAND …"""

import resource
import subprocess
import sys
import time

arguments = sys.argv[1:]
runs = 1
if arguments[0] == "--best":
    runs = int(arguments[1])
    arguments = arguments[2:]
times = []
for _ in range(runs):
    start = time.perf_counter()
    done = subprocess.run(arguments, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    times.append(time.perf_counter() - start)
    if done.returncode != 0:
        sys.exit(f"{arguments}: exit code {done.returncode}: {done.stderr.decode()[-500:]}")
print(min(times), resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024)
