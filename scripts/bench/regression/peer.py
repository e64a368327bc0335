"""The numpy peer of scripts/bench/regression.sh: trends of many series, vectorized.

Coefficients by lstsq, residual scale, leave-one-out residuals through the leverages, and a 95 % prediction interval for the
next period. Prints name=value lines with seconds, the best of several runs; `seconds` is the faster of the two memory
layouts a numpy programmer might choose, and `pinv` the same work with the pseudo-inverse in place of lstsq.
"""

import sys
import time

import numpy as np

PERIODS = 10
T_975_8 = 2.3060041352041658


def coefficients_by_lstsq(design, series):
    return np.linalg.lstsq(design, series, rcond=None)[0]


def coefficients_by_pinv(design, series):
    return np.linalg.pinv(design) @ series


def fit(coefficients_by, design, series):
    coefficients = coefficients_by(design, series)
    residuals = series - design @ coefficients
    scale = np.sqrt((residuals**2).sum(axis=0) / (PERIODS - 2))
    q, r = np.linalg.qr(design)
    leverage = (q**2).sum(axis=1)
    deleted = residuals / (1 - leverage)[:, None]
    row = np.array([1.0, PERIODS])
    centre = row @ coefficients
    half = T_975_8 * np.sqrt(1 + (np.linalg.solve(r.T, row) ** 2).sum()) * scale
    return coefficients, scale, deleted, centre - half, centre + half


def best(coefficients_by, design, series, runs):
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        fit(coefficients_by, design, series)
        times.append(time.perf_counter() - start)
    return min(times)


def main():
    by_series = np.fromfile(sys.argv[1]).reshape(-1, PERIODS).T
    by_period = np.ascontiguousarray(by_series)
    design = np.column_stack([np.ones(PERIODS), np.arange(PERIODS, dtype=float)])
    layouts = (by_series, by_period)
    print(f"seconds={min(best(coefficients_by_lstsq, design, y, 4) for y in layouts)}")
    print(f"pinv={min(best(coefficients_by_pinv, design, y, 4) for y in layouts)}")
    print(f"version={np.__version__}")


main()
