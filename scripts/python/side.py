"""Juesuan beside StatsForecast on one frame: side.py [--series N] [--windows N] [--spark].

The frame is the national budget that comes with the source (Data/israel, actuals by subject of twelve years); each window forecasts one year from the
years before it. Both get the same rows and the same horizon. Seconds are elapsed, both on all cores; the error is the sum of absolute errors over the sum of
actuals, the coverage is of the 80% range. --spark runs StatsForecast's backend of Spark (through Fugue) on the same frame in local mode too.
"""

import argparse
import os
import sys
import time
import warnings

import numpy as np
import pandas as pd
from statsforecast import StatsForecast
from statsforecast.models import AutoETS, AutoTheta, Naive

from juesuan import Juesuan

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../..")


def frame(limit):
    """Subjects with every one of the last ten years, at their narrowest level."""
    lines = pd.read_csv(os.path.join(ROOT, "Data/israel/budget-1992-2003.csv"), dtype={"subject_code": str})
    lines = lines.dropna(subset=["subject_code", "actual"])
    width = lines["subject_code"].str.len()
    lines = lines[(width == width.max()) & ~lines["subject_code"].str.startswith("0000")]
    lines = lines.groupby(["subject_code", "fiscal_year"], as_index=False)["actual"].sum()
    lines.columns = ["unique_id", "ds", "y"]
    last = lines["ds"].max()
    recent = lines[lines["ds"] > last - 10].groupby("unique_id")["ds"].count()
    kept = recent.index[recent == 10][:limit]
    # StatsForecast takes series without gaps: all of them are cut to the last ten years.
    return lines[lines["unique_id"].isin(kept) & (lines["ds"] > last - 10)].sort_values(["unique_id", "ds"]).reset_index(drop=True)


def score(name, found, actual, column, low, high, seconds):
    joined = actual.merge(found, on=["unique_id", "ds"])
    error = (joined[column] - joined["y"]).abs().sum() / joined["y"].abs().sum()
    inside = joined["y"].between(joined[low], joined[high]).mean() if low else float("nan")
    print(f"| {name} | {seconds:.2f} | {error:.2%} | {inside:.0%} |", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--series", type=int, default=100_000)
    parser.add_argument("--windows", type=int, default=1)
    parser.add_argument("--spark", action="store_true")
    given = parser.parse_args()
    warnings.filterwarnings("ignore")
    whole = frame(given.series)
    print(f"{whole['unique_id'].nunique()} series of 10 years; the last {given.windows} forecast, each from the years before\n")
    print("| | seconds | error | in the 80% range |\n|---|---:|---:|---:|", flush=True)
    last = int(whole["ds"].max())
    targets = [last - back for back in range(given.windows)]
    actual = whole[whole["ds"].isin(targets)]

    def rolled(work):
        began, parts = time.monotonic(), []
        for target in targets:
            part = work(whole[whole["ds"] < target])
            parts.append(part.assign(ds=target))
        return pd.concat(parts), time.monotonic() - began

    found, seconds = rolled(lambda past: Juesuan().fit(past).predict(1, level=[80]))
    score("Juesuan", found, actual, "Juesuan", "Juesuan-lo-80", "Juesuan-hi-80", seconds)
    for model in (AutoETS(season_length=1), AutoTheta(season_length=1), Naive()):
        name = str(model)

        def theirs(past, model=model):
            return StatsForecast(models=[model], freq=1, n_jobs=-1).forecast(df=past, h=1, level=[80])

        found, seconds = rolled(theirs)
        score(f"StatsForecast {name}", found, actual, name, f"{name}-lo-80", f"{name}-hi-80", seconds)
    if given.spark:
        spark_backend(whole, actual, targets)


def spark_backend(whole, actual, targets):
    try:
        from pyspark.sql import SparkSession

        os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
        spark = SparkSession.builder.master("local[2]").config("spark.ui.showConsoleProgress", "false").getOrCreate()
        spark.sparkContext.setLogLevel("OFF")
        began, parts = time.monotonic(), []
        for target in targets:
            past = spark.createDataFrame(whole[whole["ds"] < target])
            found = StatsForecast(models=[AutoTheta(season_length=1)], freq=1).forecast(df=past, h=1, level=[80]).toPandas()
            parts.append(found.assign(ds=target))
        score("StatsForecast AutoTheta on Spark", pd.concat(parts), actual, "AutoTheta", "AutoTheta-lo-80", "AutoTheta-hi-80", time.monotonic() - began)
    except Exception as error:  # noqa: BLE001 — what the backend lacks is said, whatever it is
        print(f"\nStatsForecast's backend of Spark does not run here: {type(error).__name__}: {[line for line in str(error).splitlines() if line.strip()][-1]}")


if __name__ == "__main__":
    main()
