"""What a province, and ten of them, would take: cost.py [--json FILE] [--seed N].

From the seconds and bytes for each document and series that were measured on one core (MEASURED below: change them for another machine) it simulates a cluster:
a queue of tasks, each of some hundred documents or some thousand bodies, workers that take the next one when they are free, documents whose times scatter as
those that were measured did (lognormal), machines of which some are slow (stragglers), and tasks that fail and are tried again from their beginning. Prints for
100,000, 1,000,000 and 10,000,000 bodies the hours of 2, 16, 64 and 256 cores, beside what the work alone would take on them: the difference is
what waiting, slow machines and second tries cost.
"""

from __future__ import annotations

import argparse
import heapq
import json
import math
import random
from dataclasses import asdict, dataclass


@dataclass(frozen=True)
class Measured:
    """One core of the machine that docs/spark.md names."""

    read_seconds: float = 0.17       # a real disclosure, read and checked: the mean of eight, seven of them PDF (0.04: texts of 2 kB)
    read_scatter: float = 0.6        # of the logarithm; scans, of which a page takes seconds, are not in it
    series_seconds: float = 75e-6    # a series of ten years, forecast with two ranges beside others of its body
    series_of_body: int = 50
    documents_of_body: int = 2       # accounts and budget of a year
    document_bytes: float = 260e3
    result_bytes_of_body: float = 50 * 90 + 2 * 12e3


@dataclass(frozen=True)
class Cluster:
    cores: int
    task_seconds: float = 60         # how long a task is meant to be
    start_seconds: float = 0.15      # scheduling and starting a task
    slow_share: float = 0.05         # of the cores
    slow_factor: float = 3.0
    failure: float = 0.002           # of tasks, at a moment anywhere in them
    session_seconds: float = 20.0    # until the first task runs
    shuffle_bytes_a_second: float = 50e6  # for each core


def simulate(work: float, scatter: float, unit_seconds: float, cluster: Cluster, seed: int) -> tuple[float, int]:
    """The seconds until the last task is done, and how many were tried again.

    `work` is the seconds of one core. Tasks of n units of lognormal time have a mean of n units and a scatter that shrinks with the root of n.
    """
    draw = random.Random(seed)
    units = max(1, round(cluster.task_seconds / unit_seconds))
    tasks = max(cluster.cores, math.ceil(work / (units * unit_seconds)))
    # Beyond some hundred thousand tasks the tail is all that differs; the bulk is even.
    shown = min(tasks, 200_000)
    bulk = (tasks - shown) * units * unit_seconds / cluster.cores
    variance = (math.exp(scatter**2) - 1) / units
    sigma = math.sqrt(math.log(1 + variance))
    mean = work / tasks
    speeds = [cluster.slow_factor if draw.random() < cluster.slow_share else 1.0 for _ in range(cluster.cores)]
    free = [(bulk, core) for core in range(cluster.cores)]
    heapq.heapify(free)
    waiting, again, last = shown, 0, 0.0
    while waiting:
        moment, core = heapq.heappop(free)
        seconds = cluster.start_seconds + mean * draw.lognormvariate(-sigma * sigma / 2, sigma) * speeds[core]
        if draw.random() < cluster.failure:
            again += 1
            seconds *= draw.random()
        else:
            waiting -= 1
            last = max(last, moment + seconds)
        heapq.heappush(free, (moment + seconds, core))
    return cluster.session_seconds + last, again


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--json")
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    measured, rows = Measured(), []
    for bodies in (100_000, 1_000_000, 10_000_000):
        documents = bodies * measured.documents_of_body
        reading = documents * measured.read_seconds
        series = bodies * measured.series_of_body
        forecasting = series * measured.series_seconds
        print(f"{bodies:,} bodies: {documents:,} documents ({documents * measured.document_bytes / 1e12:.1f} TB), {series:,} series; results {bodies * measured.result_bytes_of_body / 1e9:.0f} GB")
        for cores in (2, 16, 64, 256):
            cluster = Cluster(cores)
            read, read_again = simulate(reading, measured.read_scatter, measured.read_seconds, cluster, given.seed)
            shuffle = series * 10 * 40 / cluster.shuffle_bytes_a_second / cores
            cast, cast_again = simulate(
                forecasting, 0.1, measured.series_seconds * measured.series_of_body, Cluster(cores, task_seconds=10), given.seed
            )
            ideal = (reading + forecasting) / cores
            total = read + shuffle + cast
            rows.append({"bodies": bodies, "cores": cores, "read": read, "forecast": shuffle + cast, "ideal": ideal})
            print(
                f"  {cores:4d} cores: read and check {read / 3600:8.2f} h, forecast {(shuffle + cast) / 3600:6.2f} h, together {total / 3600:8.2f} h;"
                f" the work alone {ideal / 3600:8.2f} h ({ideal / total:.0%}); {read_again + cast_again} tasks tried again"
            )
    if given.json:
        with open(given.json, "w", encoding="utf-8") as file:
            json.dump({"measured": asdict(measured), "rows": rows}, file, indent=1)


if __name__ == "__main__":
    main()
