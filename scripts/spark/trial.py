"""Holds a local cluster of two worker processes against one process: trial.py [--series N] [--documents N] [--learned N] [--kill SECONDS] [--folder DIR].

Generates bodies of fifty subjects over ten years, and documents; forecasts, reads and checks them in this process alone and on the cluster, and compares
what came out, to the last bit. --kill ends one of the workers that many seconds after the job began. Prints seconds, throughput for each core, and ends
with 1 where a result differs. Needs what setup.sh installs; the command is the one JUESUAN names.
"""

from __future__ import annotations

import argparse
import glob
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

import juesuan
from documents import Reader
from documents_job import sources
from forecast import forecasts
from series import Forecaster, laid
from session import session, table, write

SUBJECTS, YEARS, FIRST = 50, 10, 2014
LEVELS = [0.8, 0.95]


def lines(folder: str, series: int) -> str:
    """Account lines of bodies, in files of a thousand bodies."""
    path = os.path.join(folder, "lines")
    os.makedirs(path)
    codes = [f"2{8 + i // 25:02d}{1 + i // 5 % 5:02d}{1 + i % 5:02d}" for i in range(SUBJECTS)]
    bodies = series // SUBJECTS
    for part, start in enumerate(range(0, bodies, 1000)):
        count = min(1000, bodies - start)
        random = np.random.default_rng(part)
        level = np.exp(random.uniform(6, 14, (count * SUBJECTS, 1)))
        values = np.round(level * np.exp(np.cumsum(random.normal(0.03, 0.15, (count * SUBJECTS, YEARS)), axis=1)), 2)
        budgets = np.round(values * np.exp(random.normal(0, 0.1, values.shape)), 2)
        rows = count * SUBJECTS * YEARS
        names = pa.array([f"b{start + i:07d}" for i in range(count)])
        pq.write_table(
            pa.table({
                "unit": names.take(pa.array(np.arange(rows) // (SUBJECTS * YEARS))),
                "subject_code": pa.array(codes).take(pa.array(np.arange(rows) // YEARS % SUBJECTS)),
                "fiscal_year": pa.array(np.tile(np.arange(FIRST, FIRST + YEARS), count * SUBJECTS), pa.int32()),
                "actual": pa.array(values.reshape(-1)), "initial_budget": pa.array(budgets.reshape(-1)),
            }),
            os.path.join(path, f"part-{part:05d}.parquet"),
        )
    return path


def papers(folder: str, count: int) -> str:
    """Disclosures in text, of which every hundredth is none."""
    path = os.path.join(folder, "papers")
    os.makedirs(path)
    for i in range(count):
        total, spent = 1000 + i % 977, 900 + i % 613
        text = (
            f"第{i}街道办事处2023年度部门决算\n第二部分 2023年度部门决算情况说明\n一、收入支出决算总体情况说明\n"
            f"2023年度收入总计{total}.50万元，支出总计{total + (i % 7 == 0)}.50万元。\n"
            f"二、一般公共预算财政拨款支出决算情况说明\n2023年度一般公共预算财政拨款支出{spent}.25万元。\n"
            f"行政运行（2010301）年初预算为{spent - 20}.00万元，支出决算为{spent}.25万元，完成年初预算的{100 * (spent + 0.25) / (spent - 20):.2f}%。\n"
        )
        with open(os.path.join(path, f"{i:06d}.txt"), "w", encoding="utf-8") as file:
            file.write("" if i % 100 == 99 else text)
    return path


def alone(path: str, model: juesuan.Model) -> tuple[pa.Table, float, float]:
    """The forecasts of one process on one core, the seconds it took, and those of the processor."""
    began, used = time.monotonic(), time.process_time()
    parts = []
    forecaster = Forecaster(LEVELS, model.json, {"target_year": FIRST + YEARS, "horizon": 1})
    for file in sorted(glob.glob(f"{path}/*.parquet")):
        found = pq.read_table(file).rename_columns(["body", "code", "year", "actual", "initial_budget"])
        found = found.sort_by([("body", "ascending"), ("code", "ascending"), ("year", "ascending")])
        parts.extend(forecaster(iter(found.to_batches())))
    return pa.Table.from_batches(parts), time.monotonic() - began, time.process_time() - used


def kill_later(seconds: float) -> None:
    """Ends a worker of this session's, found among the children of its own Java process."""

    def work() -> None:
        time.sleep(seconds)
        workers = [pid for pid in descendants(os.getpid()) if b"CoarseGrainedExecutorBackend" in command_line(pid)]
        if workers:
            os.kill(workers[0], signal.SIGKILL)
            print(f"  worker {workers[0]} was killed after {seconds} s", flush=True)

    threading.Thread(target=work, daemon=True).start()


def command_line(pid: int) -> bytes:
    try:
        with open(f"/proc/{pid}/cmdline", "rb") as file:
            return file.read()
    except OSError:
        return b""


def descendants(pid: int) -> list[int]:
    found = []
    for task in glob.glob(f"/proc/{pid}/task/*/children"):
        try:
            with open(task) as file:
                children = [int(child) for child in file.read().split()]
        except OSError:
            continue
        for child in children:
            found += [child, *descendants(child)]
    return found


def processor(pids: list[int]) -> float:
    """The seconds of the processor that processes and their ended children have used."""
    total = 0
    for pid in pids:
        try:
            with open(f"/proc/{pid}/stat") as file:
                fields = file.read().rsplit(")", 1)[1].split()
        except OSError:
            continue
        total += sum(int(fields[place]) for place in (11, 12, 13, 14))
    return total / os.sysconf("SC_CLK_TCK")


def same(one: pa.Table, other: pa.Table, keys: list[str]) -> bool:
    """Whether tables hold the same rows, numbers to the last bit."""
    order = [(key, "ascending") for key in keys]
    names = sorted(one.column_names)
    one, other = (t.select(names).sort_by(order).combine_chunks() for t in (one, other.select(names).cast(one.select(names).schema)))
    return one.equals(other)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--series", type=int, default=100_000)
    parser.add_argument("--documents", type=int, default=200)
    parser.add_argument("--learned", type=int, default=5_000, help="the series that a model is fitted on; 0 for no model")
    parser.add_argument("--kill", type=float)
    parser.add_argument("--folder")
    parser.add_argument("--partitions", type=int, default=8)
    given = parser.parse_args()
    folder = given.folder or tempfile.mkdtemp(prefix="juesuan-spark-")
    command = os.environ.get("JUESUAN", "juesuan")
    model = juesuan.Model.shipped()
    assert model
    failed = 0
    try:
        path, paper = lines(folder, given.series), papers(folder, given.documents)
        wanted, single, used = alone(path, model)
        print(
            f"{given.series} series of {given.series // SUBJECTS} bodies: one process {single:.1f} s, {used:.1f} s of the processor,"
            f" {given.series / used:.0f} a second of it", flush=True,
        )
        spark = session("trial", "local-cluster[2,1,2048]", ["packing.py", "series.py", "documents.py", "session.py", "forecast.py", "learn.py"])
        spark.sparkContext.setLogLevel("OFF")
        spark.range(2).repartition(2).count()
        if given.kill:
            kill_later(given.kill)
        began, before = time.monotonic(), processor(descendants(os.getpid()))
        write(
            forecasts(table(spark, path), FIRST + YEARS, model.json, LEVELS, {"horizon": 1}, given.partitions),
            f"{folder}/out", ["target_year"],
        )
        cluster, spent = time.monotonic() - began, processor(descendants(os.getpid())) - before
        found = pq.read_table(f"{folder}/out")
        is_same = same(wanted, found, ["body", "code", "target_year"])
        failed += not is_same
        print(
            f"  two workers {cluster:.1f} s, {spent:.1f} s of the processor (Spark's own processes among them), {given.series / spent:.0f} a second of it:"
            f" {used / spent:.0%} of one process, {single / cluster / 2:.0%} by the clock;"
            f" {'the same to the last bit' if is_same else 'DIFFERENT'}", flush=True,
        )
        failed += piped(spark, command)
        if given.learned:
            failed += learned(spark, path, model, given.partitions, given.learned // SUBJECTS)
        if given.documents:
            failed += documents(spark, folder, paper, command, given.documents, given.partitions)
        spark.stop()
    finally:
        if not given.folder:
            shutil.rmtree(folder, ignore_errors=True)
    return 1 if failed else 0


def learned(spark, path: str, base: juesuan.Model, partitions: int, bodies: int) -> int:  # type: ignore[no-untyped-def]
    """The regressions fitted over partitions beside those of one process on the lines of the first bodies."""
    from learn import learn

    began, end = time.monotonic(), f"b{bodies:07d}"
    some = table(spark, path).where(f"unit < '{end}'")
    ours = json.loads(learn(some, FIRST + YEARS, base, partitions, "cluster").json)["drafts"]
    taken = time.monotonic() - began
    columns = ["unit", "subject_code", "fiscal_year", "actual", "initial_budget"]
    rows = pq.read_table(path, columns=columns, filters=[("unit", "<", end)])
    rows = rows.rename_columns(["body", "code", "year", "actual", "initial_budget"])
    block = laid(rows.sort_by([("body", "ascending"), ("code", "ascending"), ("year", "ascending")]))[0]
    began = time.monotonic()
    whole = json.loads(juesuan.fit_model(block, "whole", target_year=FIRST + YEARS).json)["drafts"]
    single = time.monotonic() - began
    worst = 0.0
    for one, other in zip(ours, whole):
        for mine, theirs in zip(one["models"], other["models"]):
            size = max(np.abs(theirs["coefficients"]).max(), 1e-300)
            worst = max(worst, np.abs(np.subtract(mine["coefficients"], theirs["coefficients"])).max() / size)
            worst = max(worst, abs(mine["growth"] - theirs["growth"]) / size)
    print(f"model of {bodies} bodies over {partitions} partitions: {taken:.1f} s; the whole model in one process {single:.1f} s; regressions differ by {worst:.1e} at most", flush=True)
    return 0 if worst <= 1e-12 else 1


def piped(spark, command: str) -> int:  # type: ignore[no-untyped-def]
    """The recipe of docs/streams.md: records through Spark's pipe are what one process answers."""
    records = [
        json.dumps({"key": f"b{i}", "lines": [{"fiscal_year": 2018 + j, "subject_code": "2080101", "actual": f"{1000 + i * 7 + j * 11}.50"} for j in range(6)]})
        for i in range(40)
    ]
    arguments = [command, "forecast", "--stdin", "--for", "2024"]
    done = subprocess.run(arguments, input="\n".join(records), capture_output=True, text=True, check=True)
    found = spark.sparkContext.parallelize(records, 4).pipe(" ".join(arguments), env=dict(os.environ), checkCode=True).collect()
    is_same = found == done.stdout.splitlines()
    print(f"pipe: {len(records)} records, {len(found)} answers; {'the same' if is_same else 'DIFFERENT'}", flush=True)
    return 0 if is_same else 1


def documents(spark, folder: str, paper: str, command: str, count: int, partitions: int) -> int:  # type: ignore[no-untyped-def]
    from pyspark.sql import functions as F
    from pyspark.sql.pandas.types import from_arrow_schema
    from documents import SCHEMA

    failed = 0
    names = sorted(glob.glob(f"{paper}/*.txt"))
    for verb in ("read", "check"):
        reader = Reader(verb, command, ["--language", "zh-Hans"])
        began = time.monotonic()
        batch = pa.RecordBatch.from_pylist([{"path": f"file:{name}", "content": open(name, "rb").read()} for name in names])
        wanted = pa.Table.from_batches(list(Reader(verb, command, ["--language", "zh-Hans"])(iter([batch]))))
        single = time.monotonic() - began
        spark.conf.set("spark.sql.execution.arrow.maxRecordsPerBatch", "32")
        began = time.monotonic()
        answers = sources(spark, paper).repartition(partitions).mapInArrow(lambda batches: reader(batches), from_arrow_schema(SCHEMA))
        write(answers.withColumn("failed", F.col("error").isNotNull()), f"{folder}/{verb}", ["failed"])
        cluster = time.monotonic() - began
        found = pq.read_table(f"{folder}/{verb}").drop_columns(["failed"])
        is_same = same(wanted, found, ["key"])
        failed += not is_same
        bad = found.column("error_kind").null_count
        print(
            f"{verb} {count} documents: one process (both cores) {single:.1f} s, two workers {cluster:.1f} s; {count - bad} failed, each a row;"
            f" {'the same' if is_same else 'DIFFERENT'}", flush=True,
        )
    return failed


if __name__ == "__main__":
    sys.exit(main())
