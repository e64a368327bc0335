#!/usr/bin/env python3
"""What narrate writes of every document there is, held against itself: documents.py PROGRAM DOCUMENT-OR-FOLDER …

Each document goes into a ledger of its own; of every body and year that it has lines of, the narrative is written and checked.
Prints how many were checked and every error that was found; exits with 1 where there is one.
"""
import collections
import concurrent.futures
import csv
import io
import json
import pathlib
import subprocess
import sys
import tempfile

program = str(pathlib.Path(sys.argv[1]).resolve())
ENDINGS = {".pdf", ".txt", ".html", ".htm", ".docx", ".xlsx", ".csv", ".doc", ".xls"}
documents = [
    file for name in sys.argv[2:] for path in [pathlib.Path(name).resolve()]
    for file in ([path] if path.is_file() else sorted(path.rglob("*"))) if file.suffix in ENDINGS]


def run(folder, *arguments):
    return subprocess.run([program, *arguments], cwd=folder, capture_output=True, text=True)


def try_one(document):
    """What came of a document, and the errors found."""
    with tempfile.TemporaryDirectory() as folder:
        if run(folder, "import", "--ledger", "a.sqlite", "--amount-unit", "wan", str(document)).returncode not in (0, 1):
            return "not imported", []
        exported = run(folder, "ledger", "export", "--ledger", "a.sqlite")
        rows = list(csv.DictReader(io.StringIO(exported.stdout))) if exported.returncode == 0 else []
        about = sorted({(row["unit"], row["fiscal_year"]) for row in rows if row["actual"]})
        if not about:
            return "without actuals", []
        errors = []
        for body, year in about:
            for style in ["itemized", "running"]:
                written = run(
                    folder, "narrate", "--ledger", "a.sqlite", "--unit", body, "--year", year, "--style", style, "--output", "t.txt",
                    "--force")
                if written.returncode != 0:
                    errors.append((body, year, style, f"narrate: {written.stderr.strip()}"))
                    continue
                found = run(folder, "check", "t.txt", "--format", "json", "--language", "en")
                if found.returncode not in (0, 1):
                    errors.append((body, year, style, f"check: {found.stderr.strip()}"))
                    continue
                for one in json.loads(found.stdout)["documents"]:
                    for finding in one["findings"]:
                        if finding["severity"] == "error":
                            errors.append((body, year, style, f"{finding.get('rule')}: {finding.get('message')}"))
        return "checked", errors


outcomes, failed = collections.Counter(), 0
with concurrent.futures.ThreadPoolExecutor(2) as pool:
    for document, (outcome, errors) in zip(documents, pool.map(try_one, documents)):
        outcomes[outcome] += 1
        failed += bool(errors)
        for error in errors:
            print(document.name, *error, sep=" | ", flush=True)
print(f"narrate: {len(documents)} documents: " + ", ".join(f"{count} {outcome}" for outcome, count in sorted(outcomes.items()))
      + f"; {failed} with errors")
sys.exit(failed > 0)
