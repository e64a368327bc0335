"""Makes files that hurt, gives each to the binary, prints seconds against the bound of 10 s, the memory of all its processes
against that of 1 GB, and what was said. A file that cannot be read has to be one clear error with nothing written."""

import io
import os
import random
import subprocess
import sys
import threading
import time
import zipfile

import more

BOUND, MEMORY = 10.0, 1000
binary, folder = sys.argv[1:3]
random.seed(20230101)


def container(parts):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts:
            archive.writestr(name, data)
    return out.getvalue()


def package(main, xml):
    relationship = '<Relationships><Relationship Id="r" Type="x/officeDocument" Target="%s"/></Relationships>' % main
    return container([("_rels/.rels", relationship), (main, xml)])


def workbook(sheet):
    return container(
        [
            ("_rels/.rels", '<Relationships><Relationship Id="r" Type="x/officeDocument" Target="xl/workbook.xml"/></Relationships>'),
            ("xl/workbook.xml", '<workbook><sheets><sheet name="a" id="s"/></sheets></workbook>'),
            ("xl/_rels/workbook.xml.rels", '<Relationships><Relationship Id="s" Type="x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>'),
            ("xl/worksheets/sheet1.xml", sheet),
        ]
    )


def pdf(pages, trailer=""):
    objects = ["<< /Type /Catalog /Pages 2 0 R >>"]
    kids = " ".join("%d 0 R" % (number + 3) for number in range(pages))
    objects.append("<< /Type /Pages /Count %d /Kids [%s] >>" % (pages, kids))
    objects += ["<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>"] * pages
    if trailer:
        key = "5A" * 32
        objects.append("<< /Filter /Standard /V 1 /R 2 /P -44 /O <%s> /U <%s> >>" % (key, key))
        trailer = "/Encrypt %d 0 R /ID [<00><00>]" % len(objects)
    text, places = "%PDF-1.4\n", []
    for number, body in enumerate(objects):
        places.append(len(text))
        text += "%d 0 obj\n%s\nendobj\n" % (number + 1, body)
    start = len(text)
    text += "xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + "".join("%010d 00000 n \n" % place for place in places)
    return (text + "trailer\n<< /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, trailer, start)).encode()


def cells(count):
    row = "<row>" + "<c><v>1.5</v></c>" * 100 + "</row>"
    return "<worksheet><sheetData>" + row * (count // 100) + "</sheetData></worksheet>"


def text(words):
    """As many of the words as a text may have."""
    return words.encode()[: 15 << 20].decode(errors="ignore").encode()


def laughs(levels):
    text = '<!DOCTYPE a [<!ENTITY a0 "ha">'
    for level in range(1, levels):
        text += '<!ENTITY a%d "%s">' % (level, ("&a%d;" % (level - 1)) * 10)
    return text + "]><a>&a%d;</a>" % (levels - 1)


head = "某某局2023年度部门决算\n"
sentence = "1.教育支出（类）普通教育（款）小学教育（项）。年初预算为100.00万元，支出决算为90.50万元，完成年初预算的90.50%。\n"
million = random.Random(1)
cases = {
    "half.pdf": lambda: pdf(2000)[:50000],
    "closed.pdf": lambda: pdf(1, "closed"),
    "no-pages.pdf": lambda: pdf(0),
    "10000-pages.pdf": lambda: pdf(10000),
    "noise.pdf": lambda: b"%PDF-1.7\n" + bytes(million.randrange(256) for _ in range(1 << 20)) + b"%%EOF",
    "picture.pdf": lambda: b"\x89PNG\r\n\x1a\n" + bytes(1 << 20),
    "bomb-120MB.xlsx": lambda: package("xl/workbook.xml", " " * (120 << 20)),
    "bomb-4GB.xlsx": lambda: bomb(4 << 30),
    "sparse-bomb.xlsx": lambda: workbook(cells(1_500_000)),
    "million-cells.xlsx": lambda: workbook(cells(990_000)),
    "laughs.xlsx": lambda: workbook(laughs(20)),
    "laughs.docx": lambda: package("word/document.xml", laughs(20)),
    "outside.docx": lambda: container([("../../outside", "x"), ("word/document.xml", "<a/>")]),
    "deep.docx": lambda: package("word/document.xml", "<a>" * 1000000),
    "long-paragraph.docx": lambda: package(
        "word/document.xml", "<d><p><r>" + "<t>%s</t>" % sentence * 50000 + "</r></p></d>"),
    "half.docx": lambda: package("word/document.xml", "<d/>")[:100],
    "deep.html": lambda: ("<html>" + "<div>" * 3000000).encode(),
    "unclosed.html": lambda: ("<html>" + head + "<p><b><i>" * 1500000).encode(),
    "attributes.html": lambda: ("<html><body " + " ".join("a%d=1" % n for n in range(400000)) + ">").encode(),
    "cells.html": lambda: ("<html><table>" + ("<tr>" + "<td rowspan=60000 colspan=900>1" * 50) * 4000).encode(),
    "tables.html": lambda: ("<html>" + "<table><tr><td>" * 600 + "1").encode(),
    "30MB.txt": lambda: (head + sentence * 170000).encode()[:30 << 20],
    "15MB.txt": lambda: text(head + sentence * 90000),
    "15MB-one-line.txt": lambda: text(head + "支出1.00万元，" * 1000000),
    "15MB-no-figures.txt": lambda: text(head + "某某局的职责是什么" * 600000),
    "15MB-digits.txt": lambda: text(head + "1" * (15 << 20)),
    "15MB-marks.txt": lambda: text(head + "一、\n" * 2500000),
    "15MB-headings.txt": lambda: text(head + "一、收入支出决算总体情况说明\n" * 400000),
    "15MB-brackets.txt": lambda: text(head + "教育支出（类）" * 900000),
    "15MB-blanks.txt": lambda: text(head + "　 \n" * 4000000),
    "30MB-commas.csv": lambda: (head + "科目编码,科目名称,决算数\n" + ",,\n" * 9000000).encode()[:30 << 20],
    "30MB-quotes.csv": lambda: ("科目编码,科目名称,决算数\n" + '"' * (29 << 20)).encode(),
    "surrogates.txt": lambda: b"\xff\xfe" + (head * 1000).encode("utf-16-le") + b"\x00\xd8A\x00",
    "noise.txt": lambda: bytes(million.randrange(1, 256) for _ in range(1 << 20)),
    "500MB.txt": None,
    "noise.doc": lambda: bytes.fromhex("D0CF11E0A1B11AE1") + bytes(million.randrange(256) for _ in range(1 << 20)),
}


def bomb(size):
    """A part of so many zeros, packed without ever standing in memory."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        with archive.open("xl/workbook.xml", "w", force_zip64=True) as part:
            block = bytes(1 << 22)
            for _ in range(size >> 22):
                part.write(block)
    return out.getvalue()


def family(process):
    """The memory in MB that a process and all it started have now."""
    parents, sizes = {}, {}
    for name in os.listdir("/proc"):
        if name.isdigit():
            try:
                with open("/proc/%s/stat" % name) as file:
                    fields = file.read().rpartition(")")[2].split()
            except OSError:
                continue
            parents[int(name)], sizes[int(name)] = int(fields[1]), int(fields[21])
    members, total = [process], 0
    while members:
        member = members.pop()
        total += sizes.get(member, 0)
        members += [child for child, parent in parents.items() if parent == member]
    return total * os.sysconf("SC_PAGESIZE") >> 20


def measure(path):
    start = time.perf_counter()
    process = subprocess.Popen(
        [binary, "import", "--ledger", os.path.join(folder, "a.sqlite"), path],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, env={**os.environ, "LANG": "en_US.UTF-8"})
    peak = [0]

    def watch():
        while process.poll() is None:
            peak[0] = max(peak[0], family(process.pid))
            time.sleep(0.02)

    watching = threading.Thread(target=watch)
    watching.start()
    out, errors = process.communicate()
    watching.join()
    return time.perf_counter() - start, peak[0], process.returncode, (errors or out).decode()


cases.update(more.texts(text))
cases.update(more.tables())
cases.update(more.pages())
cases.update(more.packages(container, package, workbook))
cases.update(more.prints(pdf))
cases.update(more.old())
failed = 0
print("%d files\n%-24s %8s %8s %7s %5s  %s" % (len(cases), "file", "seconds", "of 10 s", "MB", "code", "said"))
for name, make in cases.items():
    path = os.path.join(folder, name)
    if make is None:
        with open(path, "wb") as file:
            file.write((head * 4).encode())
            file.truncate(500 << 20)
    else:
        with open(path, "wb") as file:
            file.write(make())
    seconds, memory, code, said = measure(path)
    wrote = [entry for entry in os.listdir(folder) if entry.startswith("a.sqlite")]
    lines = said.replace(folder + "/", "").strip().split("\n")
    good = seconds < BOUND and memory < MEMORY and (code == 65 and len(lines) == 1 and not wrote or code == 0)
    failed += not good
    print("%-24s %8.2f %7.0f%% %7d %5d  %s%s" % (name, seconds, 100 * seconds / BOUND, memory, code, "" if good else "BAD ", lines[0][:110]))
    for entry in wrote:
        os.remove(os.path.join(folder, entry))
    os.remove(path)
sys.exit(failed > 0)
