#!/usr/bin/env python3
"""Generate account lines of many invented units: make-units.py FOLDER UNITS YEARS [SEED].

Every unit has 12 to 30 subjects of the real classification, with growth, noise, subjects that begin and end, spending
without a budget and a jump here and there; one CSV file (万元) for every unit and year, the last year 2023. Every line
says that it is synthetic. The same arguments give the same bytes.
"""
import csv
import pathlib
import random
import sys

LAST_YEAR = 2023
ROOT = pathlib.Path(__file__).resolve().parents[2]
HEADER = [
    "unit", "fiscal_year", "fund", "subject_code", "subject_name", "initial_budget", "adjusted_budget", "actual",
    "reason", "origin",
]


def subjects():
    """The items (7 digits) of the general public budget that are in use, with the names from 类 to 项."""
    names = {}
    with open(ROOT / "Data/subjects/functional.tsv", encoding="utf-8") as file:
        for row in csv.DictReader((line for line in file if not line.startswith("#")), delimiter="\t"):
            if not row["first_year"] and not row["last_year"]:
                names[row["code"]] = row["name"]
    return [
        (code, "/".join([names[code[:3]], names[code[:5]], name]))
        for code, name in sorted(names.items())
        if len(code) == 7 and code[:3] in names and code[:5] in names and code < "2230000"
    ]


def text(amount):
    return f"{amount:.2f}"


def unit_lines(number, years, items, random):
    """The lines of a unit by year."""
    unit = f"海州市第{number:04d}街道办事处"
    lines = {year: [] for year in range(LAST_YEAR - years + 1, LAST_YEAR + 1)}
    for code, name in sorted(random.sample(items, random.randint(12, 30))):
        level = 10 ** random.uniform(0.5, 3.3)
        growth, noise = random.gauss(0.04, 0.05), random.choice([0.03, 0.08, 0.2])
        begins = LAST_YEAR - years + 1 if random.random() < 0.85 else LAST_YEAR - random.randint(0, years - 1)
        is_planned = random.random() < 0.85
        for year in lines:
            plan = level
            level *= 1 + growth
            if year < begins:
                continue
            actual = max(0.01, plan * random.gauss(1, noise) * (random.uniform(1.6, 3) if random.random() < 0.02 else 1))
            deviates = abs(actual - plan) > 0.1 * plan
            lines[year].append([
                unit, year, "general_public_budget", code, name, text(plan) if is_planned else "unbudgeted", "",
                text(actual), "年中追加项目经费" if deviates and random.random() < 0.6 else "", "synthetic",
            ])
    return unit, lines


def main():
    folder, units, years = pathlib.Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    source = random.Random(int(sys.argv[4]) if len(sys.argv) > 4 else 1)
    items = subjects()
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(1, units + 1):
        unit, lines = unit_lines(number, years, items, source)
        for year, rows in lines.items():
            with open(folder / f"{number:04d}-{year}.csv", "w", encoding="utf-8", newline="") as file:
                writer = csv.writer(file, lineterminator="\n")
                writer.writerows([HEADER] + rows)


main()
