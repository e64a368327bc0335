#!/usr/bin/env python3
"""Kill a batch at random moments and see that it ends as if nothing had happened: crash.py [KILLS] [UNITS] [YEARS] [SEED].

An undisturbed batch over generated units runs twice, the second time over changed documents. Then the same is done
again and again with SIGKILL at random moments and a restart after each, until there have been KILLS of them. After every
kill the ledger has to verify; at the end of every round the ledger's rows and the output files have to be those of the
undisturbed run, but for the times they state. Exits with 1 when something differs.
"""
import pathlib
import random
import signal
import subprocess
import sys
import tempfile
import time

import trial


def killed(folder, runs, longest, source, counts):
    """Kills and restarts a batch until it comes to its end; the number of kills and the exit code.

    The time it is left grows with every kill: on a busy machine it would else never get beyond its start. A kill may
    fall between the end of the run, its `runs`-th, and the end of the process: then there is nothing left to restart.
    """
    kills = 0
    while True:
        process = trial.start(folder)
        try:
            process.communicate(timeout=source.uniform(0, longest * 1.1**kills))
            return kills, process.returncode
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
            process.communicate()
        kills += 1
        if (folder / "ledger/juesuan.sqlite").exists():
            sound, said = trial.verify(folder)
            counts["ledgers"] += 1
            if not sound:
                sys.exit(f"crash: the ledger does not verify after a kill: {said}")
            codes = trial.finished(folder)
            if len(codes) == runs:
                return kills, codes[-1]


def main():
    arguments = [int(argument) for argument in sys.argv[1:]]
    wanted, units, years, seed = arguments + [50, 40, 8, 1][len(arguments):]
    source = random.Random(seed)
    counts = {"ledgers": 0}
    with tempfile.TemporaryDirectory() as work:
        work = pathlib.Path(work)
        fresh = trial.make(work / "fresh", units, years)
        firsts, seconds, durations, codes = work / "first", work / "second", [], []
        calm = trial.copy(fresh, firsts)
        for step in range(2):
            if step == 1:
                calm = trial.copy(firsts, seconds)
                trial.change(calm)
            begin = time.monotonic()
            codes.append(trial.run(calm)[0])
            durations.append(time.monotonic() - begin)
        kills, rounds = 0, 0
        while kills < wanted:
            folder = trial.copy(fresh, work / "killed")
            for step, calm in enumerate([firsts, seconds]):
                if step == 1:
                    trial.change(folder)
                more, code = killed(folder, step + 1, durations[step] * 0.6, source, counts)
                kills += more
                found = trial.differences(calm, folder)
                if code != codes[step]:
                    found.append(f"exit code {code} instead of {codes[step]}")
                if found:
                    sys.exit(f"crash: after {kills} kills:\n  " + "\n  ".join(found[:20]))
            rounds += 1
    print(
        f"crash: {kills} kills in {rounds} rounds of {units} units × {years} years (run {durations[0]:.1f} s, "
        f"re-run over changed documents {durations[1]:.1f} s); {counts['ledgers']} ledgers verified after a kill; "
        "same ledger and outputs as undisturbed")


main()
