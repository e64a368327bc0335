"""The two ends of scripts/accuracy/nist.sh.

    table.py prepare NIST_DIRECTORY DIRECTORY   lays the data out as CSV, one file a problem, first line `degree,intercept`
    table.py print NIST_DIRECTORY TITLE=FILE …  holds results (lines `name,kind,index,value`) against the certified values
                                                and prints a table in Markdown

A cell holds the least number of correct significant digits, -log10(|value - certified| / |certified|), over the
coefficients, over their standard errors, and of the residual standard deviation; at most 15, which is what NIST certifies.
Where the certified value is zero (errors of Wampler1 and 2) it is -log10|value|. A dash is a value the program does not give.
"""

import math
import pathlib
import re
import sys

PROBLEMS = {
    "Norris": "lower", "Pontius": "lower", "NoInt1": "average", "NoInt2": "average",
    "Longley": "higher", "Filip": "higher", "Wampler1": "higher", "Wampler2": "higher",
    "Wampler3": "higher", "Wampler4": "higher", "Wampler5": "higher",
}


def read(path):
    """Certified values by kind, and the data as text so that no digit is touched; the response is first in a row."""
    lines = path.read_text().splitlines()
    parameters = [m for m in (re.match(r"\s*B\d+\s+(\S+)\s+(\S+)\s*$", line) for line in lines) if m]
    deviation = next(m for m in (re.match(r"\s*Standard Deviation\s+(\S+)\s*$", line) for line in lines) if m)
    start = max(i for i, line in enumerate(lines) if line.startswith("Data:")) + 1
    certified = {("deviation", 0): float(deviation[1])}
    for j, match in enumerate(parameters):
        certified["coefficient", j] = float(match[1])
        certified["error", j] = float(match[2])
    return certified, [line.split() for line in lines[start:] if line.strip()], len(parameters)


def prepare(source, target):
    for name in PROBLEMS:
        _, rows, parameters = read(source / f"{name}.dat")
        intercept = 0 if name.startswith("NoInt") else 1
        degree = parameters - intercept if len(rows[0]) == 2 else 1
        text = "\n".join([f"{degree},{intercept}"] + [",".join(row) for row in rows]) + "\n"
        (target / f"{name}.csv").write_text(text)


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
        certified, _, _ = read(source / f"{name}.dat")
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
