#!/usr/bin/env python3
"""One truth a year, through the program: editions.py PROGRAM [SEEDS]

For each of 500 seeded disclosures: the document, a copy of it, the same saved again in another encoding, its tables and its
text apart, and its lines as CSV, all in one order by chance, have to give the content that the document alone gives; a
corrected edition has to give the corrected figures; taking documents out and putting them back has to change nothing.
Sums are worked out here and not by the program. The same is then done with the disclosure that comes with the source and the
PDFs of real bodies that cannot, where they are beside it (with 100 seeds or more), each taken apart by its pages. Exits with 1 at the first difference.
"""
import collections
import csv
import io
import pathlib
import random
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
program = str(pathlib.Path(sys.argv[1]).resolve())
seeds = int(sys.argv[2]) if len(sys.argv) > 2 else 500
# With fewer seeds than this the form is the short one, which leaves the PDFs out.
SHORT = 100


def subjects():
    """Every item of the shipped classification with the names of its levels."""
    names, rows = {}, list(csv.DictReader(open(ROOT / "Data/subjects/functional.tsv", encoding="utf-8"), delimiter="\t"))
    for row in rows:
        names.setdefault(row["code"], row["name"])
    return [(code, [names[code[:3]], names[code[:5]], name]) for code, name in names.items()
            if len(code) == 7 and code[:3] in names and code[:5] in names]


def money(amount):
    return f"{amount // 100}.{amount % 100:02}"


class Accounts:
    """The accounts of a body, amounts in hundredths of 万元."""

    def __init__(self, seed, items):
        source = random.Random(seed)
        self.body = f"海州市第{seed}街道办事处"
        chosen = sorted(source.sample(items, source.randint(2, 12)))
        self.lines = [(code, path, source.randint(100, 900_000), source.randint(100, 900_000)) for code, path in chosen]

    def corrected(self):
        other = Accounts.__new__(Accounts)
        other.body = self.body
        code, path, budget, actual = self.lines[0]
        other.lines = [(code, path, budget, actual + 12_345)] + self.lines[1:]
        return other

    @property
    def total(self):
        return sum(line[3] for line in self.lines)

    def heading(self):
        return f"<h1>{self.body}2023年度部门决算</h1>\n"

    def table(self):
        sums = collections.Counter()
        names = {}
        for code, path, _, actual in self.lines:
            for digits, name in zip((3, 5, 7), path):
                sums[code[:digits]] += actual
                names[code[:digits]] = name
        rows = "".join(
            f"<tr><td>{code}<td>{names[code]}<td>{money(sums[code])}<td>{money(sums[code])}<td></tr>\n" for code in sorted(sums))
        return (
            f"<p>一般公共预算财政拨款支出决算表</p><p>部门：{self.body}</p><p>2023年度</p><p>单位：万元</p>\n<table>"
            "<tr><td>科目编码<td>科目名称<td>合计<td>基本支出<td>项目支出</tr>\n"
            f"<tr><td colspan=2>合计<td>{money(self.total)}<td>{money(self.total)}<td></tr>\n{rows}</table>\n")

    def text(self):
        items = "".join(
            f"<p>{number}.{path[0]}（类）{path[1]}（款）{path[2]}（项）。年初预算为{money(budget)}万元，支出决算为{money(actual)}万元。</p>\n"
            for number, (_, path, budget, actual) in enumerate(self.lines, 1))
        return f"<p>五、一般公共预算财政拨款支出决算情况说明</p>\n{items}"


def page(*parts, encoding="utf-8"):
    return f"<html><meta charset={encoding}><body>{''.join(parts)}</body></html>".encode(encoding)


def run(folder, *arguments, expecting=(0,)):
    result = subprocess.run([program, *arguments], cwd=folder, capture_output=True, text=True)
    if result.returncode not in expecting:
        sys.exit(f"editions: {' '.join(arguments)[:200]}: exit code {result.returncode}: {result.stderr[:1500]}")
    return result.stdout


def export(folder, ledger):
    return run(folder, "ledger", "export", "--ledger", ledger)


def totals(text):
    sums = collections.Counter()
    for row in csv.DictReader(io.StringIO(text)):
        sums[row["unit"]] += round(float(row["actual"] or 0) * 100)
    return sums


def check_totals(text, accounts, what):
    found = totals(text)
    for one in accounts:
        # Hundredths of 万元 are 10,000 分.
        if found[one.body] != one.total * 10_000:
            sys.exit(f"editions: {what}: {one.body}: {found[one.body]} 分 instead of {one.total * 10_000}")


def split(document, folder):
    """A document, a copy, the same saved again, and its tables and text apart where it has pages to tell them by."""
    parts = {"document": document, "copy": folder / f"copy{document.suffix}", "saved": folder / f"saved{document.suffix}"}
    shutil.copy(document, parts["copy"])
    if document.suffix != ".pdf":
        text = document.read_text(encoding="utf-8")
        parts["saved"].write_bytes(text.replace("\n", "\r\n").encode("gb18030"))
        return parts
    subprocess.run(["pdfseparate", document, folder / "page-%04d.pdf"], check=True)
    pages = sorted(folder.glob("page-*.pdf"))
    subprocess.run(["pdfunite", *pages, parts["saved"]], check=True)

    def begins_text(page):
        words = subprocess.run(["pdftotext", "-layout", page, "-"], capture_output=True, text=True, check=True).stdout
        return re.match(r"第三部分", re.sub(r"\s", "", words))

    first = next((index for index, page in enumerate(pages) if begins_text(page)), 0)
    if first > 0:
        parts["tables"], parts["text"] = folder / "tables.pdf", folder / "text.pdf"
        subprocess.run(["pdfunite", *pages[:first], parts["tables"]], check=True)
        subprocess.run(["pdfunite", *pages[first:], parts["text"]], check=True)
    return parts


def check_real(document, orders=6):
    """Whether a real document's parts give its content in any order, and a corrected edition the corrected figures."""
    with tempfile.TemporaryDirectory() as work:
        folder = pathlib.Path(work)
        parts = split(document, folder)
        run(folder, "import", "--ledger", "whole.sqlite", str(document))
        wanted = export(folder, "whole.sqlite")
        rows = list(csv.DictReader(io.StringIO(wanted)))
        if not any(row["actual"] for row in rows):
            return False
        parts["lines"] = folder / "lines.csv"
        parts["lines"].write_text(wanted, encoding="utf-8")
        source = random.Random(document.name)
        for _ in range(orders):
            order = sorted(parts, key=lambda _: source.random())
            (folder / "parts.sqlite").unlink(missing_ok=True)
            for name in order:
                run(folder, "import", "--ledger", "parts.sqlite", str(parts[name]))
            if export(folder, "parts.sqlite") != wanted:
                sys.exit(f"editions: {document.name} in the order {', '.join(order)} gives another content")
        row = next(row for row in rows if row["actual"])
        total = sum(round(float(row["actual"]) * 100) for row in rows if row["actual"])
        row["actual"] = f"{float(row['actual']) + 1234.56:.2f}"
        with open(folder / "corrected.csv", "w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, rows[0].keys())
            writer.writeheader()
            writer.writerows(rows)
        run(folder, "import", "--ledger", "whole.sqlite", "corrected.csv", expecting=(65,))
        run(folder, "import", "--ledger", "whole.sqlite", "--edition", "corrected.csv")
        corrected = export(folder, "whole.sqlite")
        if sum(totals(corrected).values()) != total + 123_456:
            sys.exit(f"editions: {document.name}: the corrected edition has another total")
        run(folder, "ledger", "remove", "2", "--why", "try", "--ledger", "whole.sqlite")
        if export(folder, "whole.sqlite") != wanted:
            sys.exit(f"editions: {document.name}: without the corrected edition another content")
        run(folder, "ledger", "reinstate", "2", "--why", "try", "--ledger", "whole.sqlite")
        if export(folder, "whole.sqlite") != corrected:
            sys.exit(f"editions: {document.name}: the corrected edition put back gives another content")
        return True


def real_documents():
    beside = ROOT.parent / "shared/disclosures"
    if seeds < SHORT:
        return [ROOT / "Data/qingling/2023-disclosure.txt"]
    return [ROOT / "Data/qingling/2023-disclosure.txt"] + (
        sorted(path for path in beside.glob("*.pdf") if "template" not in path.name) if shutil.which("pdfunite") else [])


def main():
    items = [one for one in subjects()]
    accounts = [Accounts(seed, items) for seed in range(seeds)]
    with tempfile.TemporaryDirectory() as work:
        folder = pathlib.Path(work)
        for name in ["whole", "parts", "corrected"]:
            (folder / name).mkdir()
        source = random.Random(7)
        for seed, one in enumerate(accounts):
            whole = page(one.heading(), one.table(), one.text())
            (folder / f"whole/{seed}.html").write_bytes(whole)
            parts = {
                "document": whole, "copy": whole,
                "saved": page(one.heading(), one.table().replace("<td>", "<td> "), one.text(), encoding="gb18030"),
                "tables": page(one.heading(), one.table()), "text": page(one.heading(), one.text()),
            }
            for name, content in parts.items():
                # The order of names is that of import.
                (folder / f"parts/{source.random():.9f}-{seed}-{name}.html").write_bytes(content)
            (folder / f"corrected/{seed}.html").write_bytes(
                page(one.heading(), "<p>（更正）</p>", one.corrected().table(), one.corrected().text()))
        run(folder, "import", "--ledger", "whole.sqlite", "whole")
        wanted = export(folder, "whole.sqlite")
        check_totals(wanted, accounts, "the documents alone")
        (folder / "parts/0.5-lines.csv").write_text(wanted, encoding="utf-8")
        run(folder, "import", "--ledger", "parts.sqlite", "parts")
        found = export(folder, "parts.sqlite")
        if found != wanted:
            different = [pair for pair in zip(wanted.splitlines(), found.splitlines()) if pair[0] != pair[1]][:3]
            sys.exit(f"editions: the parts give another content than the documents: {different}")
        run(folder, "import", "--ledger", "whole.sqlite", "corrected")
        check_totals(export(folder, "whole.sqlite"), [one.corrected() for one in accounts], "corrected editions")
        before = export(folder, "parts.sqlite")
        numbers = [row["document"] for row in csv.DictReader(io.StringIO(run(folder, "ledger", "list", "--ledger", "parts.sqlite", "--format", "csv")))]
        taken = source.sample(numbers, min(20, len(numbers)))
        for number in taken:
            run(folder, "ledger", "remove", number, "--why", "try", "--ledger", "parts.sqlite")
        for number in reversed(taken):
            run(folder, "ledger", "reinstate", number, "--why", "try", "--ledger", "parts.sqlite")
        if export(folder, "parts.sqlite") != before:
            sys.exit("editions: taking out and putting back changed something")
        for ledger in ["whole.sqlite", "parts.sqlite"]:
            run(folder, "ledger", "verify", "--ledger", ledger)
    print(f"editions: {seeds} disclosures: one content in any order, corrected figures as corrected, {len(taken)} documents taken out and put back")
    tried = [document.stem for document in real_documents() if check_real(document)]
    print(f"editions: {len(tried)} real documents: {', '.join(tried)}")


main()
