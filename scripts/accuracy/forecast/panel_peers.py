"""StatsForecast's models on the panels of panels.sh, one year ahead, as a table in Markdown:

    panel_peers.py FOLDER tuning|rest     FOLDER holds israel.csv, navarra.csv, phila.csv and ukraine.csv

Lines of today's set: an actual in the target year and the year before, and a budget where any line has one. Means over
target years (of the cities, over cities and years); MASE over lines that ever changed. Nothing is tuned.
"""
import sys

import numpy as np
import pandas as pd

from budget import forecasts, unbroken_run

PANELS = {  # file, leaf length, target years of both parts
    "Israel": ("israel", 8, {"tuning": range(1997, 2001), "rest": range(2001, 2004)}),
    "Navarra": ("navarra", 6, {"tuning": range(2016, 2020), "rest": range(2020, 2026)}),
    "Philadelphia": ("phila", 6, {"tuning": range(2012, 2016), "rest": range(2016, 2021)}),
    "Ukraine's cities": ("ukraine", 6, {"tuning": range(2024, 2026), "rest": range(2024, 2026)}),
}
TUNING_CITIES = 12


def bodies(folder, name, part):
    file, length, years = PANELS[name]
    data = pd.read_csv(f"{folder}/{file}.csv", dtype=str)
    data.columns = ["fiscal_year", "code"] + list(data.columns[2:])
    data = data[(data.code.str.len() == length) & ~((file == "israel") & data.code.str.startswith("0000"))]
    # The last three columns are the initial and the adjusted budget and the actual, whatever a file calls them.
    data = data.assign(budget=pd.to_numeric(data.iloc[:, -3]), actual=pd.to_numeric(data.iloc[:, -1]))
    data["fiscal_year"] = data.fiscal_year.astype(int)
    groups = [data]
    if file == "ukraine":
        cities = sorted(data.code.str[:2].unique())
        chosen = cities[:TUNING_CITIES] if part == "tuning" else cities[TUNING_CITIES:]
        groups = [data[data.code.str.startswith(city)] for city in chosen]
    for group in groups:
        tables = [group.pivot_table(index="code", columns="fiscal_year", values=column, aggfunc="last")
                  .reindex(columns=range(group.fiscal_year.min(), max(years[part]) + 1))
                  for column in ("actual", "budget")]
        for year in years[part]:
            yield tables[0], tables[1].reindex(tables[0].index), year


def main():
    folder, part = sys.argv[1:]
    print("| set | measure | last value | budget | Naive | RWD | AutoETS | AutoTheta | DynamicOptimizedTheta | mean | median |")
    print("|---|---|---|---|---|---|---|---|---|---|---|")
    for name in PANELS:
        found = {"WAPE": [], "MASE": []}
        for actuals, budgets, year in bodies(folder, name, part):
            judged = actuals[year].notna() & actuals[year - 1].notna()
            if budgets[year].notna().any():
                judged &= budgets[year].notna()
            rows = actuals[judged]
            past = rows.loc[:, :year - 1]
            own = forecasts([unbroken_run(row) for row in past.to_numpy(dtype=float)])
            all_models = np.array(list(own.values()))
            values = [past[year - 1].to_numpy(), budgets[judged][year].to_numpy()] + list(own.values())
            values += [all_models.mean(0), np.median(all_models, 0)]
            outcome = rows[year].to_numpy()
            scale = past.diff(axis=1).abs().mean(axis=1).to_numpy()
            rough = scale > 0
            errors = [np.abs(outcome - value) for value in values]
            found["WAPE"].append([error.sum() / np.abs(outcome).sum() for error in errors])
            found["MASE"].append([(error[rough] / scale[rough]).mean() for error in errors])
        for measure, lines in found.items():
            cells = [f"{value:.4f}" if measure == "WAPE" else f"{value:.2f}" for value in np.array(lines).mean(0)]
            print(f"| {name} | {measure} | " + " | ".join(cells) + " |", flush=True)


main()
