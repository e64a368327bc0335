#!/usr/bin/env python3
"""Makes manual pages: manual-pages.py MAKER PROGRAM FOLDER LANGUAGE DAY.

MAKER is the argument parser's generate-manual. What it leaves is put right: it drops every character that is not ASCII, so that it is handed
a program whose words have stand-ins for them; pages of commands that are not for people go, examples stand in displays of their own so
that they are not filled into one paragraph, and the heads of sections are Chinese where the text is.
"""
import os
import pathlib
import re
import subprocess
import sys
import tempfile

HEADS = {
    "NAME": "名称", "SYNOPSIS": "概要", "DESCRIPTION": "说明", "EXIT STATUS": "退出状态", "SEE ALSO": "参见",
    "AUTHORS": "作者",
}
EXIT = {
    "zh-Hans": "0 为成功；1 为有发现或部分文件失败；64 至 75 的含义见 sysexits.h。",
    "en": "0 where all went well; 1 where something was found or some documents failed; 64 to 75 as in sysexits.h.",
}
HIDDEN = ("reader", "help")
# A character that is not ASCII, in letters and figures that no rule of the maker's touches.
STAND_IN = re.compile(r"Zx([0-9a-f]+)xZ")


def make(maker, program, folder, language, day):
    """Has the pages made of the program's account of itself, its words in ASCII."""
    told = subprocess.run([program, "--experimental-dump-help"], capture_output=True, check=True, env=os.environ | {"JUESUAN_LANGUAGE": language})
    words = re.sub(r"[^\x00-\x7f]", lambda m: f"Zx{ord(m[0]):x}xZ", told.stdout.decode())
    with tempfile.TemporaryDirectory() as place:
        account, spoken = pathlib.Path(place, "account"), pathlib.Path(place, "juesuan")
        account.write_text(words, encoding="ascii")
        spoken.write_text(f'#!/bin/sh\nexec cat "{account}"\n', encoding="ascii")
        spoken.chmod(0o755)
        subprocess.run([maker, spoken, "--multi-page", "--date", day, "--output-directory", folder], check=True)


def page(text, language):
    lines, is_example, name = [], False, None
    for line in text.splitlines():
        if line.startswith(".Ex"):
            lines.append(EXIT[language])
            continue
        if line.startswith(".Xr ") and any(re.search(rf"juesuan-{name}\b", line) for name in HIDDEN):
            continue
        example = line.startswith("  ") and not line.startswith("  .")
        if example != is_example:
            lines.append(".Bd -literal -offset indent" if example else ".Ed")
            is_example = example
        if example:
            line = line[2:]
        # A page's name is one word to the index of pages, and as it is typed where it is shown how.
        if line.startswith('.Nm "juesuan '):
            name = line
            line = ".Nm " + line[5:-1].replace(" ", "-")
        elif line == ".Nm" and name:
            line = name
        if line.startswith(".Nd "):
            line = ".Nd " + line[4:].strip('"').rstrip(".。")
        head = re.fullmatch(r"\.Sh \"?([A-Z ]+?)\"?", line)
        if head and language != "en":
            line = f".Sh {HEADS.get(head.group(1), head.group(1))}"
        # An empty line is a fault in mdoc; a paragraph is meant.
        if line == "" and not is_example:
            line = ".Pp"
        lines.append(line)
    if is_example:
        lines.append(".Ed")
    text = "\n".join(lines) + "\n"
    # No paragraph before a display, a list or a section, which begin one.
    return re.sub(r"(\.Pp\n)+(?=\.(Pp|Bd|Bl|Sh|It|El))", "", text)


def main():
    maker, program, folder, language, day = sys.argv[1:]
    make(maker, program, folder, language, day)
    folder = pathlib.Path(folder)
    for path in sorted(folder.glob("*.1")):
        if path.name.split(".")[1:2] and path.name.split(".")[1] in HIDDEN:
            path.unlink()
            continue
        # Names of pages are parted by a dash: juesuan-read(1).
        name = path.name[: -len(".1")].replace(".", "-") + ".1"
        text = STAND_IN.sub(lambda m: chr(int(m[1], 16)), path.read_text(encoding="utf-8"))
        path.unlink()
        if language != "en" and not re.search(r"\.Nd .*[\u4e00-\u9fff]", text):
            sys.exit(f"manual-pages: {name} says in no Chinese what it is about")
        text = re.sub(r"(?m)^(\.Xr )(juesuan[.a-z]*)", lambda m: m[1] + m[2].replace(".", "-"), text)
        (folder / name).write_text(page(text, language), encoding="utf-8")


main()
