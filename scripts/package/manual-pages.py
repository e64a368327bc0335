#!/usr/bin/env python3
"""Puts right what the argument parser's maker of manual pages leaves: manual-pages.py FOLDER LANGUAGE.

Pages of commands that are not for people go, examples stand in displays of their own so that they are not filled into one
paragraph, and the heads of sections are Chinese where the text is.
"""
import pathlib
import re
import sys

HEADS = {
    "NAME": "名称", "SYNOPSIS": "概要", "DESCRIPTION": "说明", "EXIT STATUS": "退出状态", "SEE ALSO": "参见",
    "AUTHORS": "作者",
}
EXIT = {
    "zh-Hans": "0 为成功；1 为有发现或部分文件失败；64 至 75 的含义见 sysexits.h。",
    "en": "0 where all went well; 1 where something was found or some documents failed; 64 to 75 as in sysexits.h.",
}
HIDDEN = ("reader", "help")


def page(text, language):
    lines, is_example = [], False
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
        # A page's name is one word to the index of pages.
        if line.startswith('.Nm "juesuan '):
            line = ".Nm " + line[5:-1].replace(" ", "-")
        if line.startswith('.Nd "'):
            line = ".Nd " + line[5:-1].rstrip(".。")
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
    folder, language = pathlib.Path(sys.argv[1]), sys.argv[2]
    for path in sorted(folder.glob("*.1")):
        if path.name.split(".")[1:2] and path.name.split(".")[1] in HIDDEN:
            path.unlink()
            continue
        # Names of pages are parted by a dash: juesuan-read(1).
        name = path.name[: -len(".1")].replace(".", "-") + ".1"
        text = path.read_text(encoding="utf-8")
        path.unlink()
        text = re.sub(r"(?m)^(\.Xr )(juesuan[.a-z]*)", lambda m: m[1] + m[2].replace(".", "-"), text)
        (folder / name).write_text(page(text, language), encoding="utf-8")


main()
