#!/usr/bin/env python3
"""Generate Data/qingling/{2019..2022}-synthetic.csv from Data/qingling/2023-lines.csv.

The unit's earlier disclosures are not public. These years are invented, with a fixed seed, so that the
product has a history to show. Only their 2022 totals are facts: the 2023 disclosure states how far each
total fell from 2022, which gives 14,598.23 (all), 14,435.59 (general public budget) and 14.55 (state
capital), in 万元; what is left, 148.09, is booked to the government fund.
"""
import csv
import pathlib
import random

FOLDER = pathlib.Path(__file__).resolve().parent.parent.parent / "Data" / "qingling"
GENERAL_2022, STATE_CAPITAL_2022, TOTAL_2022 = 1443559, 1455, 1459823  # hundredths of 万元
EMERGENCY = "2100410"  # emergency response: none before the pandemic
EMERGENCY_BY_YEAR = {2019: 0, 2020: 98430, 2021: 121715, 2022: 302264}
GOVERNMENT_FUND = ("2120899", "城乡社区支出/国有土地使用权出让收入安排的支出/其他国有土地使用权出让收入安排的支出")
TREND = {2019: 0.86, 2020: 0.91, 2021: 0.97, 2022: 1.03}


def hundredths(text):
    return round(float(text) * 100)


def line(year, fund, code, name, budget, actual, unit):
    budget_text = "unbudgeted" if budget is None else f"{budget / 100:.2f}"
    return [unit, year, fund, code, name, budget_text, "", f"{actual / 100:.2f}", "", "", "", "synthetic"]


def spread(rows, total):
    """Scale amounts in proportion so that they add up to the total; the largest line takes the rounding."""
    have = sum(actual for *_, actual in rows)
    scaled = [(code, name, budgeted, round(actual * total / have)) for code, name, budgeted, actual in rows]
    rest = total - sum(actual for *_, actual in scaled)
    largest = max(range(len(scaled)), key=lambda index: scaled[index][3])
    code, name, budgeted, actual = scaled[largest]
    scaled[largest] = (code, name, budgeted, actual + rest)
    return scaled


def year_rows(year, lines, generator):
    emergency = [row for row in lines if row["subject_code"] == EMERGENCY]
    rows = []
    for row in lines:
        code = row["subject_code"]
        if row["fund"] != "general_public_budget" or code == EMERGENCY:
            continue
        budgeted = row["initial_budget"] != "unbudgeted"
        keep = budgeted or generator.random() < 0.8
        noise = generator.lognormvariate(0, 0.07 if budgeted else 0.35)
        if keep:
            rows.append((code, row["subject_name"], budgeted, max(1, round(hundredths(row["actual"]) * TREND[year] * noise))))
    if year == 2022:
        rows = spread(rows, GENERAL_2022 - EMERGENCY_BY_YEAR[year])
    if EMERGENCY_BY_YEAR[year]:
        rows.append((EMERGENCY, emergency[0]["subject_name"], False, EMERGENCY_BY_YEAR[year]))
    return sorted(rows)


def main():
    with open(FOLDER / "2023-lines.csv", encoding="utf-8", newline="") as file:
        lines = list(csv.DictReader(file))
    header, unit = list(lines[0]), lines[0]["unit"]
    header.remove("execution_rate")
    generator = random.Random(20231)
    for year in range(2019, 2023):
        out = []
        for code, name, budgeted, actual in year_rows(year, lines, generator):
            budget = round(actual / generator.uniform(0.94, 1.18)) if budgeted else None
            out.append(line(year, "general_public_budget", code, name, budget, actual, unit))
        fund = TOTAL_2022 - GENERAL_2022 - STATE_CAPITAL_2022
        fund = fund if year == 2022 else round(fund * generator.uniform(0.6, 1.2))
        out.append(line(year, "government_fund", *GOVERNMENT_FUND, fund, fund, unit))
        capital = next(row for row in lines if row["fund"] == "state_capital")
        amount = STATE_CAPITAL_2022 if year == 2022 else round(STATE_CAPITAL_2022 * generator.uniform(0.8, 1.1))
        out.append(line(year, "state_capital", capital["subject_code"], capital["subject_name"], amount, amount, unit))
        with open(FOLDER / f"{year}-synthetic.csv", "w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(header)
            writer.writerows(out)


if __name__ == "__main__":
    main()
