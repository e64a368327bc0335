"""Account lines for scripts/fit-model.sh, and the card of the model it makes.

    card.py lines SOURCE.csv.gz LINES.csv     the 8-digit lines of a national budget as account lines
    card.py card FOLDER MODEL.json            FOLDER/national-budget.json with measured accuracy on its card
"""
import csv
import gzip
import json
import os
import sys


def lines(source, target):
    with gzip.open(source, "rt", encoding="utf-8", newline="") as file, \
            open(target, "w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(["unit", "fiscal_year", "subject_code", "initial_budget", "adjusted_budget", "actual"])
        for row in csv.DictReader(file):
            if len(row["code"]) == 8 and not row["code"].startswith("0000"):
                writer.writerow(["Israel", row["fiscal_year"], row["code"], row["original_budget"],
                                 row["revised_budget"], row["executed"]])


def mean(path, model):
    with open(path, newline="") as file:
        return next(row for row in csv.DictReader(file) if row["model"] == model and row["target_year"] == "")


def card(folder, target):
    with open(f"{folder}/national-budget.json", encoding="utf-8") as file:
        model = json.load(file)
    draft, outlook = mean(f"{folder}/draft.csv", "combination"), mean(f"{folder}/outlook.csv", "budget-panel")
    last, budget = mean(f"{folder}/draft.csv", "last-value"), mean(f"{folder}/draft.csv", "budget")
    accuracy = {"wape draft": draft["wape"], "wape outlook": outlook["wape"], "wape last value": last["wape"],
                "wape budget": budget["wape"], "coverage80 draft": draft["coverage80"],
                "coverage95 draft": draft["coverage95"], "coverage80 outlook": outlook["coverage80"],
                "coverage95 outlook": outlook["coverage95"]}
    model["card"] = {
        "name": "national-budget",
        "fittedOn": "the state budget of Israel, spending subjects at 8 digits (Accountant General of Israel, through "
                    "OpenBudget/open-budget-data, MIT)",
        "years": "1992-2003",
        "command": "scripts/fit-model.sh",
        "accuracy": {key: round(float(value), 4) for key, value in accuracy.items()},
        "use": "annual spending by subject of bodies with too few subjects and years for a panel regression of their own; "
               "accuracy is that of panels fitted on their own past, target years 1998 to 2000; growth common to all "
               "subjects is left out; not for series that are not annual amounts of money",
    }
    partial = target + ".partial"
    with open(partial, "w", encoding="utf-8") as file:
        json.dump(model, file, ensure_ascii=False, indent=1, sort_keys=True)
        file.write("\n")
    os.replace(partial, target)


if __name__ == "__main__":
    {"lines": lines, "card": card}[sys.argv[1]](*sys.argv[2:])
