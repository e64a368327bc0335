#!/usr/bin/env python3
"""Import random accounts, narrate them, read and check the text: study.py LEDGERS FIRST-SEED; see narrate.sh.

Counted as wrong: a figure of the accounts that the text does not read back to the last printed digit, a figure the text has
and the accounts have not, a line that differs, a diagnostic, and anything 'check' finds at error level. The expected
totals, rates and shares are worked out here, not by the program. Exits with 1 when anything is wrong.
"""
import json
import os
import pathlib
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor

from ledgers import Accounts, rate

PROGRAM = os.environ["JUESUAN"]
TOPICS = {
    "general_public_budget": "general_public_expenditure", "government_fund": "government_fund_expenditure",
    "state_capital": "state_capital_expenditure",
}
# Figures inside a reason are the officer's words.
NOT_OURS = {"explanation"}


def call(*arguments, fails=()):
    result = subprocess.run([PROGRAM, *map(str, arguments)], capture_output=True, text=True)
    if result.returncode not in (0, *fails):
        raise RuntimeError(f"{' '.join(map(str, arguments))}: exit code {result.returncode}: {result.stderr.strip()}")
    return result.stdout


def narrate(seed, folder):
    """Writes the accounts of a seed, imports and narrates them; the accounts and their stated figures."""
    accounts = Accounts(seed)
    own = folder / f"{seed}"
    own.mkdir()
    figures = accounts.write(own)
    ledger = own / "ledger.sqlite"
    call("import", "--ledger", ledger, own / "lines.csv", "--format", "json")
    style = ["itemized", "running"][seed % 2]
    call(
        "narrate", "--ledger", ledger, "--year", accounts.year, "--figures", own / "totals.csv", "--style", style,
        "--output", folder / "texts" / f"{seed}.txt")
    ledger.unlink()
    return seed, (accounts, figures)


def wan(hundredths):
    """Hundredths of 万元 as the reader prints amounts: yuan without trailing zeros."""
    return str(hundredths * 100)


def expected_lines(accounts):
    lines = []
    for fund in TOPICS:
        for line in (line for line in accounts.lines if line["fund"] == fund):
            budget, adjusted = (
                wan(accounts.printed(line[name])) if isinstance(line[name], int) else None for name in ("budget", "adjusted"))
            lines.append((fund, *line["path"].split("/"), budget, adjusted, wan(accounts.printed(line["actual"])), line["reason"] or None))
    return lines


def found_lines(document):
    return [
        (
            line["fund"], line.get("category"), line.get("section"), line.get("item"), line.get("initialBudget"),
            line.get("adjustedBudget"), line.get("actual"), line.get("reason"),
        ) for line in document["lines"]
    ]


def expected_figures(accounts, stated):
    """Every figure the text has to state: measure, subject, value, unit as the reader prints them."""
    figures = set()

    def add(measure, value, unit, subject=""):
        figures.add((measure, subject, value, unit))

    for measure, subject, value, unit in stated:
        add(measure, wan(round(float(value) * 100)) if unit == "wan" else str(round(float(value) * 100)) if unit == "percent" else value, "yuan" if unit == "wan" else unit, subject)
    for fund, topic in TOPICS.items():
        lines = [line for line in accounts.lines if line["fund"] == fund]
        if not lines:
            continue
        total = sum(accounts.printed(line["actual"]) for line in lines)
        add(topic + ".amount", wan(total), "yuan")
        budgets = [accounts.printed(line["budget"]) for line in lines if isinstance(line["budget"], int)]
        if budgets:
            add(topic + ".initial_budget", wan(sum(budgets)), "yuan")
            value = rate(total, sum(budgets))
            if value is not None:
                add(topic + ".rate_on_initial_budget", str(value), "percent")
        earlier = [line["actual"] for line in accounts.earlier if line["fund"] == fund]
        if earlier:
            before = accounts.printed(sum(earlier))
            add(topic + ".change", wan(total - before), "yuan")
            if rate(total - before, before) is not None:
                add(topic + ".change_rate", str(rate(total - before, before)), "percent")
        categories = {}
        for line in lines:
            name = line["path"].split("/")[0]
            categories[name] = categories.get(name, 0) + accounts.printed(line["actual"])
        for name, amount in categories.items():
            add("category.amount", wan(amount), "yuan", name)
            if rate(amount, total) is not None:
                add("category.share", str(rate(amount, total)), "percent", name)
    return figures


def found_figures(document):
    return {
        (
            figure["measure"], figure.get("subject") or "",
            str(round(float(figure["value"]) * 100)) if figure["unit"] == "percent" else figure["value"], figure["unit"],
        ) for figure in document["figures"] if figure["measure"].split(".")[0] not in NOT_OURS
    }


def faults(accounts, stated, document, findings):
    """What is wrong with one text."""
    wrong = []
    if document.get("unit") != accounts.unit or document.get("fiscalYear") != accounts.year:
        wrong.append(f"is of {document.get('unit')} {document.get('fiscalYear')}")
    wrong += [f"diagnostic: {one['message']} {one['quote']}" for one in document["diagnostics"]]
    expected, found = expected_lines(accounts), found_lines(document)
    if len(expected) != len(found):
        wrong.append(f"{len(found)} lines instead of {len(expected)}")
    wrong += [f"line {left} reads as {right}" for left, right in zip(expected, found) if left != right]
    expected, found = expected_figures(accounts, stated), found_figures(document)
    wrong += [f"lost {figure}" for figure in sorted(expected - found)]
    wrong += [f"added {figure}" for figure in sorted(found - expected)]
    wrong += [f"check: {one['rule']}: {one['message']} {one['quote']}" for one in findings if one["severity"] == "error"]
    return wrong


def main():
    count, first = int(sys.argv[1]), int(sys.argv[2])
    with tempfile.TemporaryDirectory() as work:
        work = pathlib.Path(work)
        (work / "texts").mkdir()
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            accounts = dict(pool.map(lambda seed: narrate(seed, work), range(first, first + count)))
        documents = json.loads(call("read", "--format", "json", work / "texts"))["documents"]
        checked = json.loads(call("check", "--format", "json", work / "texts", fails=(1,)))["documents"]
        findings = {pathlib.Path(one["file"]).stem: one["findings"] for one in checked}
        bad, figures, lines, examples = 0, 0, 0, []
        for document in documents:
            seed = pathlib.Path(document["file"]).stem
            own, stated = accounts[int(seed)]
            wrong = faults(own, stated, document, findings[seed])
            bad += bool(wrong)
            figures += len(expected_figures(own, stated))
            lines += len(own.lines)
            examples += [f"seed {seed}: {one}" for one in wrong]
        errors = sum(any(one["severity"] == "error" for one in own) for own in findings.values())
        for example in examples[:int(os.environ.get("EXAMPLES", 20))]:
            print(example)
        print(
            f"narrate: {len(documents)} ledgers, {lines} lines, {figures} figures; {len(documents) - bad} read back to the same "
            f"figures, {bad} do not; {errors} have findings at error level")
        sys.exit(bad > 0 or errors > 0 or len(documents) != count)


main()
