"""Puts rows into a draft workbook, takes one out and types over one, as a person would, and applies it: edit-rows.py PROGRAM.

Rows are edited in the XML, so that what the program's own formulas make of them can be worked out by LibreOffice where that is
there. Exits with 1 and says why where something is not taken for what it is.
"""
import csv
import html
import io
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile

program = sys.argv[1]
LINES = "unit,fiscal_year,subject_code,subject_name,initial_budget,actual\n" + "".join(
    f"甲局,{year},{code},{name},{amount * 10000 + year},{amount * 10000 + 3 * year}\n"
    for year in range(2018, 2024)
    for code, name, amount in [
        ("2010301", "一般公共服务支出/政府办公厅/行政运行", 300), ("2010350", "一般公共服务支出/政府办公厅/事业运行", 200),
        ("2080505", "社会保障和就业支出/养老/养老保险", 50), ("2080506", "社会保障和就业支出/养老/职业年金", 25)])


def run(folder, *arguments, expecting=0):
    result = subprocess.run(
        [program, *arguments], cwd=folder, capture_output=True, text=True, env={**os.environ, "LANG": "zh_CN.UTF-8"})
    if result.returncode != expecting:
        sys.exit(f"{' '.join(arguments)}: exit code {result.returncode}: {result.stderr}")
    return result.stdout, result.stderr


class Workbook:
    """The first sheet of a workbook as rows of (cell, attributes, body)."""

    def __init__(self, path):
        self.path = path
        with zipfile.ZipFile(path) as file:
            self.parts = {name: file.read(name) for name in file.namelist()}
        self.strings = [
            html.unescape("".join(re.findall(r"<t[^>]*>([^<]*)</t>", item)))
            for item in re.findall(r"<si>(.*?)</si>", self.parts["xl/sharedStrings.xml"].decode(), re.S)]
        self.sheet = self.parts["xl/worksheets/sheet1.xml"].decode()

    def cells(self):
        found = {}
        for reference, attributes, body in re.findall(r'<c r="([A-Z]+[0-9]+)"([^>]*?)(?:/>|>(.*?)</c>)', self.sheet, re.S):
            inline = re.search(r"<t[^>]*>(.*?)</t>", body or "")
            value = re.search(r"<v>(.*?)</v>", body or "")
            text = value.group(1) if value else inline.group(1) if inline else ""
            found[reference] = self.strings[int(text)] if 't="s"' in attributes and text else text
        return found

    def column(self, title):
        return next(re.match("[A-Z]+", place).group() for place, text in self.cells().items() if text == title)

    def row(self, code):
        return next(int(re.search("[0-9]+", place).group()) for place, text in self.cells().items()
                    if text == code and place.startswith(self.column("科目编码")))

    def shift(self, first, by):
        """Moves all rows from `first` on, with every reference in formulas, as spreadsheet programs do."""

        def moved(match):
            row = int(match.group(2))
            return match.group(1) + str(row + by if row >= first else row)

        def formula(match):
            return match.group(1) + re.sub(r"(\$?[A-Z]{1,2}\$?)([0-9]+)", moved, match.group(2)) + match.group(3)

        self.sheet = re.sub(r"(<f>)(.*?)(</f>)", formula, self.sheet, flags=re.S)
        self.sheet = re.sub(r'(<row r=")([0-9]+)', moved, self.sheet)
        self.sheet = re.sub(r'(<c r="[A-Z]+)([0-9]+)', moved, self.sheet)

    def insert(self, behind, texts):
        """Puts a row in behind another, of numbers and texts by column."""
        self.shift(behind + 1, 1)
        order = sorted(texts, key=lambda letters: (len(letters), letters))
        cells = "".join(
            f'<c r="{letters}{behind + 1}"><v>{value}</v></c>' if isinstance(value := texts[letters], (int, float)) else
            f'<c r="{letters}{behind + 1}" t="inlineStr"><is><t>{value}</t></is></c>' for letters in order)
        end = re.search(rf'<row r="{behind}"[^>]*?(?:/>|>.*?</row>)', self.sheet, re.S).end()
        self.sheet = self.sheet[:end] + f'<row r="{behind + 1}">{cells}</row>' + self.sheet[end:]

    def put(self, place, value):
        self.sheet = re.sub(
            rf'<c r="{place}"( s="[0-9]+")?[^>]*?(?:/>|>.*?</c>)', rf'<c r="{place}"\1><v>{value}</v></c>', self.sheet, count=1, flags=re.S)

    def remove(self, row):
        self.sheet = re.sub(rf'<row r="{row}"[^>]*?(?:/>|>.*?</row>)', "", self.sheet, count=1, flags=re.S)
        self.shift(row + 1, -1)

    def write(self, path):
        self.parts["xl/worksheets/sheet1.xml"] = self.sheet.encode()
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
            for name, data in self.parts.items():
                file.writestr(name, data)


def recalculated(folder, name):
    """The workbook with every formula worked out by LibreOffice; None without it."""
    if not shutil.which("soffice"):
        return None
    user = folder / "profile/user"
    user.mkdir(parents=True, exist_ok=True)
    (user / "registrymodifications.xcu").write_text(
        '<?xml version="1.0" encoding="UTF-8"?>\n<oor:items xmlns:oor="http://openoffice.org/2001/registry">'
        '<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse">'
        "<value>0</value></prop></item></oor:items>")
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to",
         "xlsx:Calc MS Excel 2007 XML", "--outdir", "lo", name], cwd=folder, capture_output=True, check=True)
    return Workbook(folder / "lo" / name)


def main():
    with tempfile.TemporaryDirectory() as work:
        folder = pathlib.Path(work)
        (folder / "lines.csv").write_text(LINES, encoding="utf-8")
        run(folder, "import", "--ledger", "a.sqlite", "lines.csv")
        run(folder, "draft", "--ledger", "a.sqlite", "--for", "2024", "--output", "d.xlsx")
        book = Workbook(folder / "d.xlsx")
        level, code, name = book.column("级"), book.column("科目编码"), book.column("科目")
        suggested, adjustment = book.column("申请预算"), book.column("人工调整")
        before = book.cells()

        def asked(subject):
            return float(before[f"{suggested}{book_row[subject]}"])

        book_row = {one: book.row(one) for one in ["2010301", "2010350", "2080505", "2080506"]}
        total = sum(asked(one) for one in book_row)
        # At a block's end, at the sheet's end, typed over, and taken out.
        book.put(f"{suggested}{book_row['2010301']}", 111)
        book.insert(book_row["2080506"], {level: 3, code: "2080599", name: "其他养老支出", adjustment: 7.5})
        book.insert(book_row["2010350"], {level: 3, code: "2010399", name: "其他事务", adjustment: 12.25})
        book.remove(book.row("2080505"))
        book.write(folder / "e.xlsx")
        wanted = total - asked("2010301") + 111 + 7.5 + 12.25 - asked("2080505")

        worked = recalculated(folder, "e.xlsx")
        if worked:
            cells = worked.cells()
            found = float(cells[f"{worked.column('最终预算')}5"])
            if abs(found - wanted) > 0.001:
                sys.exit(f"the workbook's own total is {found} and not {wanted}")

        for ledger, file in [("raw.sqlite", "e.xlsx")] + ([("lo.sqlite", "lo/e.xlsx")] if worked else []):
            shutil.copy(folder / "a.sqlite", folder / ledger)
            apply = ["draft", "--ledger", ledger, "--apply", file, "--author", "甲", "--reason", "试", "--language", "en"]
            output, said = run(folder, *apply, "--format", "csv")
            for words in ["2080505 养老保险 is gone", "2010399 其他事务 was put in", "2080599 其他养老支出 was put in", "typed over"]:
                if words not in said:
                    sys.exit(f"{file}: '{words}' is not said: {said}")
            rows = list(csv.reader(io.StringIO(output)))
            changed = {row[0] for row in rows}
            if not {"2010301", "2080505", "2010399", "2080599"} <= changed:
                sys.exit(f"{file}: changes are {changed}")
            run(folder, "draft", "--ledger", ledger, "--for", "2024", "--stored", "2", "--output", "v.xlsx", "--force")
            stored = list(csv.DictReader(io.StringIO(
                run(folder, "draft", "--ledger", ledger, "--for", "2024", "--stored", "2", "--format", "csv")[0])))
            final = next(float(row["final"]) for row in stored if row["level"] == "total")
            if abs(final - wanted * 10_000) > 0.01:
                sys.exit(f"{file}: stored is {final} and not {wanted * 10_000}")
            if not {"2010399", "2080599"} <= {row["subject_code"] for row in stored}:
                sys.exit(f"{file}: rows that were put in are not kept")
            _, again = run(folder, "draft", "--ledger", ledger, "--apply", "v.xlsx", "--author", "甲", "--reason", "试", "--language", "en")
            if "nothing has changed" not in again:
                sys.exit(f"{file}: the stored version is not what its workbook says: {again}")

        # What cannot be leaves the ledger as it is, no version of it stored.
        for what, edit in {
            "stands below": lambda one: one.insert(one.row("2010350"), {level: 3, code: "2080599", name: "养老", adjustment: 1}),
            "negative": lambda one: one.put(f"{adjustment}{one.row('2010301')}", -99999),
        }.items():
            one = Workbook(folder / "d.xlsx")
            edit(one)
            one.write(folder / "bad.xlsx")
            _, said = run(
                folder, "draft", "--ledger", "a.sqlite", "--apply", "bad.xlsx", "--author", "甲", "--reason", "试", "--language", "en", expecting=65)
            if what not in said or "预算草案!" not in said:
                sys.exit(f"'{what}' with the cell is not said: {said}")
        versions, _ = run(folder, "draft", "--ledger", "a.sqlite", "--for", "2024", "--versions", "--format", "csv")
        if len(versions.splitlines()) != 1:
            sys.exit(f"a refused workbook left a version: {versions}")


main()
