#!/usr/bin/env python3
"""Generate Data/israel/budget-1992-2003.csv: the national budget at the 4- and 6-digit levels.

Usage: make-israel.py SOURCE.csv.gz, the file named in Data/README.md. Codes beginning 0000 (income) are
left out. Amounts stay in thousand new shekels.
"""
import csv
import gzip
import pathlib
import sys

FOLDER = pathlib.Path(__file__).resolve().parent.parent.parent / "Data" / "israel"
HEADER = ["unit", "fiscal_year", "subject_code", "subject_name", "initial_budget", "adjusted_budget", "actual"]


def main():
    with gzip.open(sys.argv[1], "rt", encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if len(row["code"]) in (4, 6) and not row["code"].startswith("0000")]
    rows.sort(key=lambda row: (row["fiscal_year"], row["code"]))
    with open(FOLDER / "budget-1992-2003.csv", "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(HEADER)
        for row in rows:
            writer.writerow(["מדינת ישראל", row["fiscal_year"], row["code"], row["title"], row["original_budget"],
                             row["revised_budget"], row["executed"]])


if __name__ == "__main__":
    main()
