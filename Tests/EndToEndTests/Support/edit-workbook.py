"""Edits a draft workbook as a person would: edit-workbook.py FILE ADJUSTMENT REMARK [CODE].

Writes an adjustment and a remark into the subject's row, or into the first that takes them, without any help from the program
under test.
Prints the subject's code.
"""
import re
import sys
import zipfile
from xml.sax.saxutils import escape, unescape

path, adjustment, remark, *wanted = sys.argv[1:]
with zipfile.ZipFile(path) as archive:
    parts = {name: archive.read(name) for name in archive.namelist()}
strings = [
    unescape("".join(re.findall(r"<t[^>]*>([^<]*)</t>", item)))
    for item in re.findall(r"<si>(.*?)</si>", parts["xl/sharedStrings.xml"].decode(), re.S)
]
sheet = parts["xl/worksheets/sheet1.xml"].decode()
cells = {}
for reference, attributes, body in re.findall(r'<c r="([A-Z]+[0-9]+)"([^>]*?)(?:/>|>(.*?)</c>)', sheet, re.S):
    value = re.search(r"<v>(.*?)</v>", body or "")
    text = value.group(1) if value else ""
    cells[reference] = (strings[int(text)] if 't="s"' in attributes and text else text, "<f>" in (body or ""))


def column(*titles):
    for reference, (text, _) in cells.items():
        if text in titles:
            return re.match("[A-Z]+", reference).group(), int(re.search("[0-9]+", reference).group())
    raise SystemExit(f"no column {titles}")


target, head = column("人工调整", "Adjustment")
note, _ = column("备注", "Remark")
suggested, _ = column("申请预算", "Request")
code, _ = column("科目编码", "Code")
rows = sorted({int(re.search("[0-9]+", reference).group()) for reference in cells})
row = next(
    row for row in rows
    if row > head and (
        cells.get(f"{code}{row}", ("",))[0] == wanted[0] if wanted
        else cells.get(f"{suggested}{row}", ("", True))[0] and not cells[f"{suggested}{row}"][1]))


def put(sheet, reference, content):
    found = re.search(rf'<c r="{reference}"( s="[0-9]+")?[^>]*?(?:/>|>.*?</c>)', sheet, re.S)
    cell = f'<c r="{reference}"{found.group(1) or ""}{content}</c>'
    return sheet[:found.start()] + cell + sheet[found.end():]


sheet = put(sheet, f"{target}{row}", f"><v>{adjustment}</v>")
sheet = put(sheet, f"{note}{row}", f' t="inlineStr"><is><t>{escape(remark)}</t></is>')
parts["xl/worksheets/sheet1.xml"] = sheet.encode()
with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
    for name, data in parts.items():
        archive.writestr(name, data)
print(cells[f"{code}{row}"][0])
