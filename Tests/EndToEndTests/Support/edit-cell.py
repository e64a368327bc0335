"""Writes a number into a cell as a person would: edit-cell.py FILE SHEET CELL NUMBER; sheets are counted from 1."""
import re
import sys
import zipfile

path, sheet, reference, number = sys.argv[1:]
with zipfile.ZipFile(path) as archive:
    parts = {name: archive.read(name) for name in archive.namelist()}
name = f"xl/worksheets/sheet{sheet}.xml"
text = parts[name].decode()
found = re.search(rf'<c r="{reference}"( s="[0-9]+")?[^>]*?(?:/>|>.*?</c>)', text, re.S)
cell = f'<c r="{reference}"{found.group(1) or ""}><v>{number}</v></c>'
parts[name] = (text[:found.start()] + cell + text[found.end():]).encode()
with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
    for name, data in parts.items():
        archive.writestr(name, data)
