"""Times StatsForecast's AutoETS, AutoTheta and DynamicOptimizedTheta with 80% and 95% intervals.

    peer.py SERIES.csv JOBS

SERIES.csv holds one yearly series a line. The models are compiled on a few series first, so that no compilation is timed.
Prints `name=value` lines.
"""

import sys
import time
import warnings

import numpy as np
import pandas as pd
import statsforecast
from statsforecast import StatsForecast
from statsforecast.models import AutoETS, AutoTheta, DynamicOptimizedTheta

warnings.filterwarnings("ignore")


def frame(values):
    series, years = values.shape
    return pd.DataFrame({
        "unique_id": np.repeat(np.arange(series), years),
        "ds": np.tile(np.arange(2014, 2014 + years), series),
        "y": values.ravel(),
    })


def forecast(values, jobs):
    models = [AutoETS(season_length=1), AutoTheta(season_length=1), DynamicOptimizedTheta(season_length=1)]
    return StatsForecast(models=models, freq=1, n_jobs=jobs).forecast(df=frame(values), h=1, level=[80, 95])


def main():
    values = np.loadtxt(sys.argv[1], delimiter=",")
    jobs = int(sys.argv[2])
    forecast(values[:20], jobs)
    start = time.perf_counter()
    forecast(values, jobs)
    print(f"seconds={time.perf_counter() - start}")
    print(f"series={len(values)}")
    print(f"version={statsforecast.__version__}")


main()
