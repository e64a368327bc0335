#!/usr/bin/env python3
"""One total everywhere, through the program: totals.py PROGRAM [LEDGERS] [all|short]

Ledgers of a body's five years with lines at all three levels, some with more at a level than below it. What compare, anomalies,
forecast, draft, report and narrate say of the total, in every format and both languages, has to be the sum that is worked out here;
forecast, draft and report have to foretell one total, which is the sum of its items. With `all` also in the forms that other
programs make: .docx and .pdf; with `short` each ledger in one language, in turn. Exits with 1 at the first difference.
"""
import csv
import decimal
import html
import io
import json
import os
import pathlib
import random
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile

program = str(pathlib.Path(sys.argv[1]).resolve())
ledgers = int(sys.argv[2]) if len(sys.argv) > 2 else 10
has_all, is_short = sys.argv[3:] == ["all"], sys.argv[3:] == ["short"]
BODY, YEARS = "溪口镇人民政府", range(2019, 2024)
LANGUAGES = {"en": "Total", "zh-Hans": "合计"}
FORMATS = ["table", "csv", "json", "markdown", "html", "xlsx", "txt"]


def accounts(seed):
    """Rows of (year, code, names, budget, actual) in hundreds of yuan, and the actuals' and budgets' totals of each year."""
    source, rows, totals = random.Random(seed), [], {}

    def add(year, code, names, amounts):
        rows.append((year, code, names, *amounts))

    def given(year, actual):
        """Budget and actual. The year under review spends far more than it was given, so that all of it is listed as overruns."""
        return (actual // 2 if year == YEARS[-1] else actual + source.randint(-99, 99), actual)

    for year in YEARS:
        whole = [0, 0]
        for category in ["201", "208", "213"]:
            sums = [0, 0]
            for section in ["03", "05"]:
                below = [0, 0]
                for item in ["01", "02", "99"]:
                    actual = source.randint(1_000, 99_999)
                    one = given(year, actual)
                    add(year, category + section + item, f"类{category}/款{section}/项{item}", one)
                    below = [left + right for left, right in zip(below, one)]
                if seed % 2 == 0:
                    below = [amount + more for amount, more in zip(below, given(year, source.randint(1_000, 9_999)))]
                    add(year, category + section, f"类{category}/款{section}", below)
                sums = [left + right for left, right in zip(sums, below)]
            if seed % 3 == 0:
                sums = [amount + more for amount, more in zip(sums, given(year, source.randint(1_000, 9_999)))]
                add(year, category, f"类{category}", sums)
            whole = [left + right for left, right in zip(whole, sums)]
        totals[year] = whole
    source.shuffle(rows)
    return rows, totals


def shown(hundreds):
    """Hundreds of yuan as pages print them: 万元 with two decimals."""
    return f"{hundreds // 100:,}.{hundreds % 100:02}"


class Trial:
    def __init__(self, folder, seed):
        self.folder, self.seed = pathlib.Path(folder), seed
        self.languages = [list(LANGUAGES)[seed // 2 % 2]] if is_short else list(LANGUAGES)
        rows, self.totals = accounts(seed)
        lines = ["unit,fiscal_year,subject_code,subject_name,initial_budget,actual"]
        lines += [f"{BODY},{year},{code},{names},{budget * 100},{actual * 100}" for year, code, names, budget, actual in rows]
        (self.folder / "lines.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
        self.run("en", "import", "--ledger", "a.sqlite", "lines.csv")
        self.year = YEARS[-1]
        self.now, self.before = self.totals[self.year][1], self.totals[self.year - 1][1]

    def run(self, language, *arguments, expecting=(0,)):
        result = subprocess.run(
            [program, *arguments], cwd=self.folder, capture_output=True, text=True,
            env={**os.environ, "LANG": {"en": "en_US.UTF-8", "zh-Hans": "zh_CN.UTF-8"}[language]})
        if result.returncode not in expecting:
            sys.exit(f"totals: {' '.join(arguments)}: exit code {result.returncode}: {result.stderr[:1500]}")
        return result.stdout

    def fail(self, what, wanted, found):
        sys.exit(f"totals: ledger {self.seed}: {what}: {wanted} is not in {str(found)[:700]}")

    # What an output says of the total, as text of one row.

    def written(self, language, form, *arguments):
        """An output in a form: through a file of its ending where it has one, else printed."""
        endings = {"csv": "csv", "json": "json", "markdown": "md", "html": "html", "xlsx": "xlsx", "txt": "txt"}
        if form == "table":
            return self.run(language, *arguments, "--format", "table")
        name = "out." + endings[form]
        (self.folder / name).unlink(missing_ok=True)
        self.run(language, *arguments, "--output", name, "--force")
        return sheet_rows(self.folder / name) if form == "xlsx" else (self.folder / name).read_text(encoding="utf-8-sig")

    def total_row(self, text, form, language):
        label = LANGUAGES[language]
        if form == "csv":
            rows = list(csv.DictReader(io.StringIO(text)))
            return next(row for row in rows if row["level"] == "total")
        if form == "json":
            lists = [value for value in json.loads(text).values() if isinstance(value, list)]
            return next(row for rows in lists for row in rows if row.get("level") == "total")
        if form == "xlsx":
            return next((row for row in text if label in row), [])
        if form == "html":
            rows = [re.sub(r"<[^>]*>", " ", row) for row in re.findall(r"<tr.*?</tr>", text, re.S)]
            return next((html.unescape(row) for row in rows if label in row), "")
        return next((line for line in text.splitlines() if label in line.split("|") or re.search(rf"(^|[\s|]){label}[\s|]", line)), "")

    def expect(self, row, form, what, amounts):
        """The row states amounts, given in hundreds of yuan by the names of their columns."""
        for name, amount in amounts.items():
            if form in ["csv", "json"]:
                holds = decimal.Decimal(row[name]) == amount * 100
            elif form == "xlsx":
                holds = any(number(cell) in (decimal.Decimal(amount) / 100, amount * 100) for cell in row)
            else:
                holds = shown(amount) in row
            if not holds:
                self.fail(f"{what}, {name}", shown(amount), row)

    def table(self, what, amounts, *arguments):
        for language in self.languages:
            for form in FORMATS:
                text = self.written(language, form, *arguments, "--language", language)
                self.expect(self.total_row(text, form, language), form, f"{what} {form} {language}", amounts)

    def check(self):
        self.table("compare", {"previous": self.before, "current": self.now}, "compare", "--ledger", "a.sqlite", "--year", str(self.year))
        self.anomalies()
        foretold = self.forecast()
        self.draft(foretold)
        self.report(foretold)
        self.narrate()

    def anomalies(self):
        """The overruns, which are all items and rests, add up to the total in every form."""
        command = ["anomalies", "--ledger", "a.sqlite", "--year", str(self.year), "--list", "overruns", "--profile", "audit"]
        wanted = {"initial_budget": self.totals[self.year][0], "actual": self.now, "previous_actual": self.before}
        rows = list(csv.DictReader(io.StringIO(self.run("en", *command, "--format", "csv"))))
        for language in self.languages:
            for form in FORMATS:
                text = self.written(language, form, *command, "--language", language)
                if form == "json":
                    found = next(value for value in json.loads(text).values() if isinstance(value, list))
                elif form == "csv":
                    found = list(csv.DictReader(io.StringIO(text)))
                else:
                    found = self.listed(text, form, rows)
                for name, amount in wanted.items():
                    total = sum(decimal.Decimal(row[name]) for row in found)
                    if total != amount * 100:
                        self.fail(f"anomalies {form} {language}, sum of {name}", shown(amount), total)

    def listed(self, text, form, rows):
        """The rows of a list that have the code and the amounts of those given."""
        if form == "xlsx":
            lines = [" ".join(f"{number(cell):,.2f}" if number(cell) is not None else cell for cell in row) + " " + " ".join(row) for row in text]
        elif form == "html":
            # One case after the other, each with its years.
            lines = [re.sub(r"<[^>]*>", " ", case) for case in text.split('<li id="anomaly-')]
        else:
            lines = text.splitlines()
        names = ["initial_budget", "actual", "previous_actual"]
        return [row for row in rows
                if any(row["subject_code"] in line and all(printed(decimal.Decimal(row[name])) in line for name in names) for line in lines)]

    def forecast(self):
        """The total that is foretold in yuan, which the items add up to, in every form."""
        command = ["forecast", "--ledger", "a.sqlite", "--for", str(self.year + 1)]
        rows = list(csv.DictReader(io.StringIO(self.run("en", *command, "--format", "csv"))))
        total = decimal.Decimal(next(row for row in rows if row["level"] == "total")["forecast"])
        codes = [row["subject_code"] for row in rows if row["subject_code"]]
        narrowest = [row for row in rows if not any(code != row["subject_code"] and code.startswith(row["subject_code"]) for code in codes)]
        for what, part in [(level, [row for row in rows if row["level"] == level]) for level in ["category", "section"]] + [("line", narrowest)]:
            found = sum(decimal.Decimal(row["forecast"]) for row in part)
            if found != total:
                self.fail(f"forecast, sum of each {what}", total, found)
        for language in self.languages:
            for form in FORMATS:
                row = self.total_row(self.written(language, form, *command, "--language", language), form, language)
                self.expect_yuan(row, form, f"forecast {form} {language}", total, "forecast")
        return total

    def expect_yuan(self, row, form, what, yuan, name):
        if form in ["csv", "json"]:
            holds = decimal.Decimal(row[name]) == yuan
        elif form == "xlsx":
            holds = any(number(cell) in (yuan / 10_000, yuan) for cell in row)
        else:
            holds = printed(yuan) in row
        if not holds:
            self.fail(what, printed(yuan), row)

    def draft(self, foretold):
        command = ["draft", "--ledger", "a.sqlite", "--for", str(self.year + 1)]
        for language in self.languages:
            for form in ["table", "csv", "json", "markdown"]:
                text = self.run(language, *command, "--format", form, "--language", language)
                row = self.total_row(text, form, language)
                self.expect(row, form, f"draft {form} {language}", {"this_year_actual": self.now})
                self.expect_yuan(row, form, f"draft {form} {language}", foretold, "forecast")
            self.run(language, *command, "--language", language, "--output", "draft.xlsx", "--force")
            row = self.total_row(sheet_rows(self.folder / "draft.xlsx"), "xlsx", language)
            self.expect(row, "xlsx", f"draft xlsx {language}", {"this_year_actual": self.now})
            self.expect_yuan(row, "xlsx", f"draft xlsx {language}", foretold, "forecast")

    def report(self, foretold):
        for language in self.languages:
            command = ["report", "--ledger", "a.sqlite", "--year", str(self.year), "--language", language, "--force"]
            summary = self.run(language, *command, "--folder", "out")
            page = re.sub(r"<(script|style).*?</\1>", " ", (self.folder / "out" / page_name(self.folder / "out")).read_text("utf-8"), flags=re.S)
            page = html.unescape(re.sub(r"<[^>]*>", " ", page))
            for what, text in [("summary", summary), ("page", page)]:
                for amount in [shown(self.now), printed(foretold)]:
                    if amount not in text:
                        self.fail(f"report {what} {language}", amount, text)
            if shown(self.before) not in page:
                self.fail(f"report page {language}", shown(self.before), page)
            if has_all and shutil.which("chromium"):
                self.run(language, *command, "--output", "report.pdf")
                text = subprocess.run(["pdftotext", "-layout", "report.pdf", "-"], cwd=self.folder, capture_output=True, text=True).stdout
                for amount in [shown(self.now), shown(self.before), printed(foretold)]:
                    if amount not in text:
                        self.fail(f"report pdf {language}", amount, text)

    def narrate(self):
        wanted = shown(self.now).replace(",", "")
        for style in ["itemized", "running"]:
            command = ["narrate", "--ledger", "a.sqlite", "--year", str(self.year), "--style", style]
            texts = [self.run("zh-Hans", *command)]
            if has_all and shutil.which("soffice"):
                self.run("zh-Hans", *command, "--output", "text.docx", "--force")
                with zipfile.ZipFile(self.folder / "text.docx") as file:
                    texts.append(re.sub(r"<[^>]*>", "", file.read("word/document.xml").decode()))
            for text in texts:
                if not re.search(rf"支出决算为{re.escape(wanted)}万元", text):
                    self.fail(f"narrate {style}", wanted, text)


def printed(yuan):
    """Yuan as pages print them, halves away from zero."""
    return f"{(yuan / 10_000).quantize(decimal.Decimal('0.01'), decimal.ROUND_HALF_UP):,}"


def page_name(folder):
    return next(name for name in os.listdir(folder) if name.endswith(".html"))


def number(text):
    try:
        return decimal.Decimal(text).quantize(decimal.Decimal("0.000001"))
    except decimal.InvalidOperation:
        return None


def sheet_rows(path):
    """The cells of every row of every sheet, as text."""
    with zipfile.ZipFile(path) as file:
        names = file.namelist()
        strings = []
        if "xl/sharedStrings.xml" in names:
            for item in re.findall(r"<si>(.*?)</si>", file.read("xl/sharedStrings.xml").decode(), re.S):
                strings.append(html.unescape("".join(re.findall(r"<t[^>]*>([^<]*)</t>", item))))
        rows = []
        for name in sorted(name for name in names if name.startswith("xl/worksheets/sheet")):
            for row in re.findall(r"<row.*?</row>", file.read(name).decode(), re.S):
                cells = []
                for attributes, body in re.findall(r"<c ([^>]*?)(?:/>|>(.*?)</c>)", row, re.S):
                    value = re.search(r"<v>(.*?)</v>", body or "")
                    text = value.group(1) if value else ""
                    cells.append(strings[int(text)] if 't="s"' in attributes and text else text)
                rows.append(cells)
        return rows


for seed in range(ledgers):
    with tempfile.TemporaryDirectory() as work:
        Trial(work, seed).check()
print(f"totals: {ledgers} ledgers: compare, anomalies, forecast, draft, report and narrate state one total in every form and language")
