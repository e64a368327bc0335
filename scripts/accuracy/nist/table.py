"""The two ends of scripts/accuracy/nist.sh.

    table.py prepare FIXTURES DIRECTORY   lays the data out as CSV, one file a problem, first line `degree,intercept`
    table.py print FIXTURES TITLE=FILE …  holds results (lines `name,kind,index,value`) against the certified values
                                          and prints a table in Markdown

A cell holds the least number of correct significant digits, -log10(|value - certified| / |certified|), over the
coefficients, over their standard errors, and of the residual standard deviation; at most 15, which is what NIST certifies.
Where the certified value is zero (errors of Wampler1 and 2) it is -log10|value|. A dash is a value the program does not give.
"""

import math
import pathlib
import sys

PROBLEMS = {
    "Norris": "lower", "Pontius": "lower", "NoInt1": "average", "NoInt2": "average",
    "Longley": "higher", "Filip": "higher", "Wampler1": "higher", "Wampler2": "higher",
    "Wampler3": "higher", "Wampler4": "higher", "Wampler5": "higher",
}


def read(path):
    """Certified values by kind, the rows of data as text so that no digit is touched, and the model's line."""
    certified, rows, model = {}, [], None
    for line in path.read_text().splitlines():
        kind, *cells = line.split(",")
        if kind == "coefficient":
            place = sum(1 for key in certified if key[0] == "coefficient")
            certified["coefficient", place] = float(cells[0])
            certified["error", place] = float(cells[1])
        elif kind == "deviation":
            certified["deviation", 0] = float(cells[0])
        elif kind == "model":
            model = ",".join(cells)
        elif kind == "data":
            rows.append(",".join(cells))
    return certified, rows, model


def prepare(source, target):
    for name in PROBLEMS:
        _, rows, model = read(source / f"{name}.csv")
        (target / f"{name}.csv").write_text("\n".join([model] + rows) + "\n")


def digits(value, certified):
    if value is None or math.isnan(value):
        return None
    if value == certified:
        return 15.0
    error = abs(value) if certified == 0 else abs(value - certified) / abs(certified)
    return min(15.0, max(0.0, -math.log10(error)))


def cell(results, name, certified):
    parts = []
    for kind in ("coefficient", "error", "deviation"):
        found = [digits(results.get((name, *key)), value) for key, value in certified.items() if key[0] == kind]
        parts.append("–" if None in found else f"{min(found):.1f}")
    return " · ".join(parts)


def table(source, columns):
    print("| problem | level | " + " | ".join(title for title, _ in columns) + " |")
    print("|---|---|" + "---|" * len(columns))
    for name, level in PROBLEMS.items():
        certified, _, _ = read(source / f"{name}.csv")
        cells = [cell(results, name, certified) for _, results in columns]
        print(f"| {name} | {level} | " + " | ".join(cells) + " |")


def load(path):
    results = {}
    for line in pathlib.Path(path).read_text().splitlines():
        name, kind, index, value = line.split(",")
        results[name, kind, int(index)] = math.nan if value == "NA" else float(value)
    return results


def main():
    source = pathlib.Path(sys.argv[2])
    if sys.argv[1] == "prepare":
        prepare(source, pathlib.Path(sys.argv[3]))
    else:
        table(source, [(title, load(path)) for title, path in (item.rsplit("=", 1) for item in sys.argv[3:])])


main()
