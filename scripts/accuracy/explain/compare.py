"""Holds `juesuan explain` against statsmodels: compare.py JUESUAN"""
import json
import os
import random
import subprocess
import sys
import tempfile

import numpy
import statsmodels.api

SERIES, DIGITS = 50, 9


def generate():
    """Fifty series of 4 to 12 years with budgets, some steady, some wild."""
    draw = random.Random(20260117)
    series = {}
    for number in range(SERIES):
        years = draw.randint(4, 12)
        level, noise = draw.lognormvariate(11, 2), draw.choice([0.01, 0.1, 0.5])
        rows = []
        for year in range(2024 - years, 2024):
            level *= draw.lognormvariate(0.03, noise)
            rows.append((year, round(level * draw.lognormvariate(0, 0.1), 2), round(level, 2)))
        series[f"20101{number:02d}"] = rows
    return series


def write(path, series):
    with open(path, "w", encoding="utf-8") as file:
        file.write("unit,fiscal_year,subject_code,subject_name,initial_budget,actual\n")
        for code, rows in series.items():
            for year, budget, actual in rows:
                file.write(f"甲局,{year},{code},s,{budget:.2f},{actual:.2f}\n")


class Comparison:
    """The worst relative difference of each quantity."""

    def __init__(self):
        self.worst = {}

    def hold(self, name, ours, theirs):
        # R² near zero is a difference of nearly equal numbers in either program: its digits are those of 1 - R².
        scale = 1.0 if name == "r_squared" else max(abs(theirs), 1e-300)
        self.worst[name] = max(self.worst.get(name, 0), abs(ours - theirs) / scale)


def reference(rows, regressor):
    x = numpy.array([row[0] - rows[0][0] if regressor == "year" else row[1] for row in rows], dtype=float)
    y = numpy.array([row[2] for row in rows])
    design = statsmodels.api.add_constant(x)
    return statsmodels.api.OLS(y, design), design


def compare(told, rows, comparison):
    for regressor in ("year", "budget"):
        model, _ = reference(rows, regressor)
        classic, robust = model.fit(), model.fit(cov_type="HC3", use_t=True)
        mine = [item for item in told["coefficients"] if item["regressor"] == regressor]
        intervals = classic.conf_int(0.05)
        for place, item in enumerate(mine):
            for key, value in [
                ("estimate", classic.params[place]), ("standard_error", classic.bse[place]),
                ("hc3_error", robust.bse[place]), ("t", classic.tvalues[place]), ("p", classic.pvalues[place]),
                ("low95", intervals[place][0]), ("high95", intervals[place][1]), ("hc3_t", robust.tvalues[place]),
                ("hc3_p", robust.pvalues[place]),
            ]:
                comparison.hold(key, item[key], value)
        fit = next(item for item in told["fits"] if item["regressor"] == regressor)
        comparison.hold("r_squared", fit["r_squared"], classic.rsquared)
        comparison.hold("residual_deviation", fit["residual_deviation"], classic.mse_resid ** 0.5)
        if regressor == "year":
            ahead = classic.get_prediction([[1.0, 2024 - rows[0][0]]]).summary_frame(alpha=0.05).iloc[0]
            comparison.hold("prediction", fit["prediction"], ahead["mean"])
            comparison.hold("prediction_low", fit["prediction_low"], ahead["obs_ci_lower"])
            comparison.hold("prediction_high", fit["prediction_high"], ahead["obs_ci_upper"])
        influence = classic.get_influence()
        points = [item for item in told["influence"] if item["regressor"] == regressor]
        for place, point in enumerate(points):
            comparison.hold("leverage", point["leverage"], influence.hat_matrix_diag[place])
            comparison.hold("cooks_distance", point["cooks_distance"], influence.cooks_distance[0][place])


def main():
    series, comparison, gap = generate(), Comparison(), 0.0
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "lines.csv")
        write(path, series)
        for code, rows in series.items():
            answer = subprocess.run(
                [sys.argv[1], "explain", "--input", path, "--subject", code, "--format", "json"], check=True,
                capture_output=True).stdout
            told = json.loads(answer)
            compare(told, rows, comparison)
            parts = sum(item["amount"] for item in told["parts"] if item["kind"] != "forecast")
            forecast = told["summary"][0]["forecast"]
            gap = max(gap, abs(parts - forecast) / max(abs(forecast), 1))
    print(f"explain: {len(series)} series beside statsmodels, the worst relative difference of each quantity")
    for name, worst in sorted(comparison.worst.items()):
        print(f"  {name:20s} {worst:.1e}  {'ok' if worst < 10 ** -DIGITS else 'MISSED'}")
    print(f"  {'sum of the parts':20s} {gap:.1e}  {'ok' if gap < 1e-9 else 'MISSED'}")
    sys.exit(0 if gap < 1e-9 and max(comparison.worst.values()) < 10 ** -DIGITS else 1)


main()
