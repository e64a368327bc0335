"""Times `juesuan forecast` from CSV to CSV on generated series of ten years: command.py JUESUAN SIZE ...

Prints one line a size with seconds and peak memory, and fails when 200,000 series take 8 s or 1.5 GB, 1,000,000 take 40 s,
or the time per series of a size is more than twice that of the smallest of at least 100,000.
"""
import os
import random
import subprocess
import sys
import tempfile
import time

BOUNDS = {200_000: (8.0, 1.5e9), 1_000_000: (40.0, None)}


def write(path, size):
    """Series that walk about a level, with budgets near what is spent."""
    draw = random.Random(17)
    with open(path, "w", encoding="utf-8") as file:
        file.write("unit,fiscal_year,subject_code,subject_name,initial_budget,actual\n")
        for number in range(size):
            level = draw.lognormvariate(3, 2)
            for year in range(2014, 2024):
                level *= draw.lognormvariate(0.02, 0.15)
                budget = level * draw.lognormvariate(0, 0.1)
                file.write(f"甲局,{year},{number:09d},s,{budget:.2f},{level:.2f}\n")


def run(juesuan, folder, size):
    source, target = os.path.join(folder, "lines.csv"), os.path.join(folder, "forecast.csv")
    write(source, size)
    began = time.monotonic()
    child = subprocess.Popen(
        [juesuan, "forecast", "--input", source, "--amount-unit", "none", "--scheme", "prefix:9", "--format", "csv",
         "--output", target], stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    seconds = time.monotonic() - began
    with open(target, encoding="utf-8") as file:
        rows = sum(1 for _ in file)
    if status != 0 or rows != size + 2:
        sys.exit(f"bench: {rows} rows for {size} series, status {status}")
    return seconds, usage.ru_maxrss * 1024


def main():
    juesuan, sizes = sys.argv[1], [int(text) for text in sys.argv[2:]]
    missed, base = False, None
    print("from CSV to CSV: juesuan forecast, yearly series of 10 years")
    with tempfile.TemporaryDirectory() as folder:
        for size in sizes:
            seconds, peak = run(juesuan, folder, size)
            base = base or (seconds / size if size >= 100_000 else None)
            ratio = "" if base is None else f"  {seconds / size / base:.2f} of the time per series"
            line = f"  {size:9d} series  {seconds:8.3f} s  peak {peak / 1e6:5.0f} MB{ratio}"
            limit, memory = BOUNDS.get(size, (None, None))
            bad = (limit and seconds >= limit) or (memory and peak >= memory) or (base and seconds / size > 2 * base)
            missed = missed or bool(bad)
            bounds = [] if limit is None else [f"under {limit:.0f} s"] + ([f"{memory / 1e9} GB"] if memory else [])
            print(line + (f"  (bound {', '.join(bounds)})  " if bounds else "  ") + ("MISSED" if bad else "ok"))
    sys.exit(1 if missed else 0)


main()
