"""The national budget as account lines, the peers' forecasts of it, and the table.

    budget.py prepare SOURCE.csv.gz FOLDER         account lines, one file for each code length
    budget.py peers SOURCE.csv.gz FROM TO          errors of StatsForecast's models as CSV
    budget.py print OURS-FOLDER PEERS.csv          the table in Markdown
"""
import csv
import pathlib
import sys

import numpy as np
import pandas as pd

LENGTHS = (6, 8, 10)
FIRST = 1992


def load(source):
    data = pd.read_csv(source, dtype={"code": str},
                       usecols=["fiscal_year", "code", "original_budget", "revised_budget", "executed"])
    return data[~data.code.str.startswith("0000")]


def prepare(source, folder):
    data = load(source).rename(columns={
        "code": "subject_code", "original_budget": "initial_budget", "revised_budget": "adjusted_budget",
        "executed": "actual"})
    data.insert(0, "unit", "Israel")
    for length in LENGTHS:
        data[data.subject_code.str.len() == length].to_csv(f"{folder}/lines-{length}.csv", index=False)
    data[data.subject_code.str.len().isin((4,) + LENGTHS)].to_csv(f"{folder}/lines-all.csv", index=False)


def unbroken_run(row):
    """The values behind the last missing one."""
    missing = np.flatnonzero(np.isnan(row))
    return row[missing[-1] + 1:] if len(missing) else row


def forecasts(histories):
    """One year ahead for each history, by each model; histories of one year are forecast by their value."""
    from statsforecast import StatsForecast
    from statsforecast.models import AutoETS, AutoTheta, DynamicOptimizedTheta, Naive, RandomWalkWithDrift

    models = [Naive(), RandomWalkWithDrift(alias="RWD"), AutoETS(season_length=1), AutoTheta(season_length=1),
              DynamicOptimizedTheta(season_length=1)]
    names = [model.alias for model in models]
    result = {name: np.array([history[-1] for history in histories]) for name in names}
    long = [i for i, history in enumerate(histories) if len(history) > 1]
    frame = pd.DataFrame({
        "unique_id": np.repeat(long, [len(histories[i]) for i in long]),
        "ds": np.concatenate([np.arange(len(histories[i])) for i in long]),
        "y": np.concatenate([histories[i] for i in long]),
    })
    engine = StatsForecast(models=models, freq=1, n_jobs=1, fallback_model=Naive())
    predicted = engine.forecast(df=frame, h=1).set_index("unique_id")
    for name in names:
        values = predicted[name].reindex(long).to_numpy()
        result[name][long] = np.where(np.isfinite(values), values, result[name][long])
    return result


def peers(source, first, last):
    data = load(source)
    print("level,target_year,model,subjects,wape,mdape")
    for length in LENGTHS:
        chosen = data[data.code.str.len() == length]
        tables = {name: chosen.pivot(index="code", columns="fiscal_year", values=name)
                  for name in ("executed", "original_budget")}
        actuals = tables["executed"]
        for target in range(first, last + 1):
            judged = actuals[target].notna() & actuals[target - 1].notna() & tables["original_budget"][target].notna()
            rows = actuals[judged]
            histories = [unbroken_run(row) for row in rows.loc[:, FIRST:target - 1].to_numpy(dtype=float)]
            outcome = rows[target].to_numpy(dtype=float)
            for name, values in forecasts(histories).items():
                error = np.abs(outcome - values)
                known = outcome != 0
                print(f"{length},{target},{name},{len(outcome)},{error.sum() / np.abs(outcome).sum():.6f},"
                      f"{np.median(error[known] / np.abs(outcome[known])):.6f}", flush=True)


def ours(folder, mode, length, name):
    """Mean over target years of WAPE and MdAPE, and pooled coverage."""
    with open(f"{folder}/{mode}-{length}.csv", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["model"] == name and row["level"] == str(length)]
    mean = next(row for row in rows if row["target_year"] == "")
    years = [row for row in rows if row["target_year"] != ""]
    return mean, years


def print_table(folder, path):
    frame = pd.read_csv(path)
    means = frame.groupby(["level", "model"], sort=False)[["wape", "mdape"]].mean()
    span = f"{frame.target_year.min()} to {frame.target_year.max()}"

    def row(question, model, cells):
        print("| " + " | ".join([question, model] + cells) + " |")

    def own(question, label, mode, name):
        cells = []
        for length in LENGTHS:
            mean, _ = ours(folder, mode, length, name)
            cells.append(f"{float(mean['wape']):.3f} · {100 * float(mean['mdape']):.1f}%")
        for length in LENGTHS:
            mean, _ = ours(folder, mode, length, name)
            has = mean.get("coverage80")
            cells.append(f"{100 * float(mean['coverage80']):.1f} · {100 * float(mean['coverage95']):.1f}" if has else "–")
        row(question, label, cells)

    print(f"Target years {span}: WAPE and MdAPE, means over the years; coverage of the 80% and 95% ranges, pooled\n")
    row("question", "model", [f"{n} digits" for n in LENGTHS] + [f"covered, {n} digits" for n in LENGTHS])
    row("---", "---", ["---"] * 6)
    own("", "last value", "draft", "last-value")
    own("", "approved budget", "draft", "budget")
    for name in ("Naive", "RWD", "AutoETS", "AutoTheta", "DynamicOptimizedTheta"):
        cells = [f"{means.loc[(n, name), 'wape']:.3f} · {100 * means.loc[(n, name), 'mdape']:.1f}%" for n in LENGTHS]
        row("draft", f"StatsForecast {name}", cells + ["–"] * 3)
    own("draft", "**Juesuan**", "draft", "combination")
    own("execution outlook", "**Juesuan**", "outlook", "budget-panel")
    print("\n8 digits, year by year (WAPE)\n")
    years = sorted(frame.target_year.unique())
    print("| model | " + " | ".join(map(str, years)) + " |\n|---|" + "---|" * len(years))
    for label, mode, name in (("last value", "draft", "last-value"), ("approved budget", "draft", "budget"),
                              ("draft", "draft", "combination"), ("outlook", "outlook", "budget-panel")):
        found = {int(r["target_year"]): r["wape"] for r in ours(folder, mode, 8, name)[1]}
        print(f"| {label} | " + " | ".join(f"{float(found[year]):.3f}" for year in years) + " |")


if __name__ == "__main__":
    command, arguments = sys.argv[1], sys.argv[2:]
    if command == "prepare":
        pathlib.Path(arguments[1]).mkdir(exist_ok=True)
        prepare(*arguments)
    elif command == "peers":
        peers(arguments[0], int(arguments[1]), int(arguments[2]))
    else:
        print_table(*arguments)
