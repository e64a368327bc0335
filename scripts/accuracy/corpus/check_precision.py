#!/usr/bin/env python3
"""Holds what `juesuan check` finds in folders of documents against their labels.json: check_precision.py [--each] FOLDER …

A finding at error level is true when its message and quote together hold all the strings of one labelled error of its document. A
known contradiction is named when such a finding is there at error or warning level. Findings of one document with the same rule,
message and quote are one, and said twice. --each lists the false findings and the contradictions that were not named.
"""
import json
import os
import subprocess
import sys
from collections import Counter


class Tally(dict):
    """Counts by what they are counted by."""

    def __missing__(self, key):
        return self.setdefault(key, Counter())


def squeezed(text):
    return "".join(c for c in text or "" if not c.isspace() and c not in ",，")


def check(path):
    run = subprocess.run([os.environ["JUESUAN"], "check", path, "--format", "json"], capture_output=True, text=True)
    return json.loads(run.stdout)["documents"][0]["findings"] if run.stdout.strip().startswith("{") else None


def names(finding, label):
    said = squeezed(finding["message"] + (finding.get("quote") or ""))
    return all(squeezed(words) in said for words in label["contains"])


def score(folder, labels, tally, each):
    findings = check(os.path.join(folder, labels["file"]))
    if findings is None:
        tally["unread", labels["file"]]["documents"] += 1
        findings = []
    said = Counter((f["severity"], f["rule"], f["message"], f.get("quote")) for f in findings)
    known = labels.get("errors") or []
    kind = ("kind", labels["kind"])
    for severity, rule, message, quote in said:
        if severity != "error":
            continue
        finding = {"message": message, "quote": quote}
        is_true = any(names(finding, label) for label in known)
        for key in (("all", ""), ("rule", rule), kind):
            tally[key]["errors"] += 1
            tally[key]["true"] += is_true
        if each and not is_true:
            print(f"  false  {labels['file']}  {rule}\n         {message}\n         {quote}")
    for (severity, rule, message, quote), times in said.items():
        for key in (("all", ""), ("rule", rule), kind):
            tally[key]["repeated"] += times - 1
    for label in known:
        is_named = any(f["severity"] != "note" and names(f, label) for f in findings)
        for key in (("all", ""), kind):
            tally[key]["known"] += 1
            tally[key]["named"] += is_named
        if each and not is_named:
            print(f"  unsaid {labels['file']}  {label['contains']}  {label.get('what', '')}")


def share(part, whole):
    return f"{100 * part / whole:.1f}%" if whole else "–"


def main():
    each = "--each" in sys.argv
    folders = [argument for argument in sys.argv[1:] if argument != "--each"]
    tally = Tally()
    for folder in folders:
        with open(os.path.join(folder, "labels.json"), encoding="utf-8") as file:
            documents = json.load(file)
        own = Tally()
        if each:
            print(folder)
        for labels in documents:
            score(folder, labels, own, each)
        for key, counts in own.items():
            tally[key].update(counts)
        counts = own["all", ""]
        print(f"{os.path.basename(os.path.normpath(folder))}: {len(documents)} documents, {counts['errors']} error findings, "
              f"{counts['true']} true ({share(counts['true'], counts['errors'])}), {counts['repeated']} said twice; "
              f"{counts['named']} of {counts['known']} known contradictions named ({share(counts['named'], counts['known'])})")
    print("\n| by | | error findings | true | said twice | known | named |\n|---|---|---:|---:|---:|---:|---:|")
    for (by, name), counts in sorted(tally.items()):
        if by == "unread":
            print(f"| unread | {name} | | | | | |", file=sys.stderr)
            continue
        known = "" if by == "rule" else f"{counts['known']}"
        named = "" if by == "rule" else f"{counts['named']} ({share(counts['named'], counts['known'])})"
        if counts["errors"] or counts["known"] or counts["repeated"]:
            print(f"| {by} | {name} | {counts['errors']} | {counts['true']} ({share(counts['true'], counts['errors'])}) "
                  f"| {counts['repeated']} | {known} | {named} |")


main()
