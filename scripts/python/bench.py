"""Times a million series from frames beside the engine's own time on the same matrix: bench.py [SERIES] [COMMAND].

With COMMAND the same series go through `juesuan forecast` from CSV to CSV too. Seconds are of the processor, over all cores: other work on the
machine does not count. Ends with 1 where a frame takes more than 1.3 times the engine's time.
"""

import os
import resource
import subprocess
import sys
import tempfile
import time

import numpy as np

from juesuan import Block, Juesuan, Model, forecast

YEARS, FIRST, BOUND = 10, 2014, 1.3


def seconds(who=resource.RUSAGE_SELF):
    used = resource.getrusage(who)
    return used.ru_utime + used.ru_stime


def timed(what, work):
    began, start = time.monotonic(), seconds()
    result = work()
    taken = seconds() - start
    print(f"  {what:28s} {taken:7.2f} s of the processor, {time.monotonic() - began:7.2f} s elapsed", flush=True)
    return taken, result


def main():
    series = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    random = np.random.default_rng(1)
    level = np.exp(random.uniform(4, 13, (series, 1)))
    values = np.round(level * np.exp(np.cumsum(random.normal(0.03, 0.1, (series, YEARS)), axis=1)), 2)
    print(f"{series} series of {YEARS} years, two ranges")
    block = Block(values, FIRST)
    timed("the engine, to warm up", lambda: forecast(Block(values[:10000], FIRST), model=Model.shipped()))
    engine, wanted = timed("the engine", lambda: forecast(block, model=Model.shipped()))
    columns = {
        "unique_id": np.repeat(np.char.add("s", np.char.zfill(np.arange(series).astype(str), 7)), YEARS),
        "ds": np.tile(np.arange(FIRST, FIRST + YEARS), series),
        "y": values.reshape(-1),
    }
    missed = False
    for module in ("pandas", "polars"):
        try:
            frame = __import__(module).DataFrame(columns)
        except ImportError:
            continue
        taken, found = timed(f"a frame of {module}", lambda: Juesuan().fit(frame).predict(1))
        assert found["Juesuan"].to_numpy().tobytes() == wanted.values.tobytes()
        print(f"  {module}: {taken / engine:.2f} times the engine's (bound {BOUND})")
        missed = missed or taken > BOUND * engine
    if len(sys.argv) > 2:
        with tempfile.TemporaryDirectory() as folder:
            source, target = os.path.join(folder, "in.csv"), os.path.join(folder, "out.csv")
            with open(source, "w", encoding="utf-8") as file:
                file.write("unit,fiscal_year,subject_code,subject_name,actual\n")
                for i, row in enumerate(values):
                    file.writelines(f"甲,{FIRST + j},{i:09d},s,{value:.2f}\n" for j, value in enumerate(row))
            start = seconds(resource.RUSAGE_CHILDREN)
            subprocess.run([sys.argv[2], "forecast", "--input", source, "--amount-unit", "none", "--scheme", "prefix:9", "--format",
                            "csv", "--output", target], check=True, stderr=subprocess.DEVNULL)
            print(f"  the command, CSV to CSV      {seconds(resource.RUSAGE_CHILDREN) - start:7.2f} s of the processor")
    sys.exit(1 if missed else 0)


main()
