#!/usr/bin/env python3
"""Holds what `juesuan read` says of a folder of documents against the folder's labels.json: score.py FOLDER [--each].

An amount is placed when a figure of its value has one of the accepted measures, or a line has it in the accepted field; it is
misplaced when its value stands anywhere else in the form; it is left over when a diagnostic quotes it, and lost otherwise. An amount
that no measure fits (no accepted ones) is placed as a diagnostic or under a topic of its own words.
"""
import json
import os
import re
import subprocess
import sys
from collections import Counter
from decimal import Decimal, InvalidOperation

OWN_WORDS = {"other", "explanation", "line"}
FIELDS = ("initialBudget", "adjustedBudget", "actual", "previousActual", "executionRate", "basic", "project")

# Pages turned into traditional characters carry the sound of some in brackets, which no quote has: 1038.74萬(wàn)元.
PINYIN = re.compile(r"[（(][a-züāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]+[）)]")


def number(text):
    try:
        return abs(Decimal(str(text).replace(",", "")))
    except InvalidOperation:
        return None


def squeezed(text):
    return "".join(c for c in str(text or "") if not c.isspace() and c not in ",，")


def read(path):
    run = subprocess.run([os.environ["JUESUAN"], "read", path, "--format", "json"], capture_output=True, text=True)
    return json.loads(run.stdout)["documents"][0] if run.stdout.strip().startswith("{") else None


class Stated:
    """The figures and fields of one document, each taken once."""

    def __init__(self, document):
        self.measures = {}
        for figure in document["figures"]:
            value = number(figure["value"])
            if value is not None:
                self.measures.setdefault(value, []).append(figure["measure"])
        self.fields = Counter()
        for line in document["lines"]:
            for field in FIELDS:
                if line.get(field):
                    self.fields[number(line[field]), "line." + field] += 1
        self.leftovers = squeezed("".join(d["message"] + (d.get("quote") or "") for d in document["diagnostics"]))

    def take(self, value, accepts):
        for measure in self.measures.get(value, []):
            if accepts(measure):
                self.measures[value].remove(measure)
                return True
        for (held, field), count in self.fields.items():
            if held == value and count > 0 and accepts(field):
                self.fields[held, field] -= 1
                return True
        return False


def score(labels, stated, topics):
    counts, rest = Counter(), []
    for label in labels["amounts"]:
        value = number(label.get("yuan", label.get("value")))
        if label["measures"] and stated.take(value, lambda m: m in label["measures"]):
            counts["placed"] += 1
        else:
            rest.append((label, value))
    for label, value in rest:
        quoted = squeezed(PINYIN.sub("", label["printed"])) in stated.leftovers
        if not label["measures"]:
            own = stated.take(value, lambda m: m.split(".")[0] in OWN_WORDS or m.split(".")[0] not in topics)
            wrong = not own and stated.take(value, lambda m: not m.startswith("line.") and m.split(".")[0] in topics)
            counts["placed" if own or not wrong and quoted else "misplaced" if wrong else "lost"] += 1
        elif stated.take(value, lambda m: True):
            counts["misplaced"] += 1
        else:
            counts["left over" if quoted else "lost"] += 1
    return counts


def main():
    folder = sys.argv[1]
    with open(os.path.join(folder, "labels.json"), encoding="utf-8") as file:
        documents = json.load(file)
    topics = {m.split(".")[0] for d in documents for a in d["amounts"] for m in a["measures"]} - OWN_WORDS
    total, years, bodies, named = Counter(), 0, 0, 0
    for labels in documents:
        document = read(os.path.join(folder, labels["file"]))
        empty = {"figures": [], "lines": [], "diagnostics": []}
        counts = score(labels, Stated(document or empty), topics)
        total += counts
        years += document is not None and document.get("fiscalYear") == labels["fiscal_year"]
        if labels.get("unit"):
            named += 1
            bodies += document is not None and squeezed(document.get("unit")) == squeezed(labels["unit"])
        if "--each" in sys.argv:
            print("  ", labels["file"], dict(counts))
    amounts = sum(total.values())
    shares = ", ".join(f"{key} {total[key] / amounts:.1%}" for key in ("placed", "misplaced", "left over", "lost"))
    print(f"{os.path.basename(folder)}: {len(documents)} documents, {amounts} amounts: {shares}; "
          f"year {years} of {len(documents)}, body {bodies} of {named}")


main()
