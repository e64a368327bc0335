"""More files that hurt, by form: each a name and a function that makes its bytes of the builders it is given."""

import zlib

HEAD = "某某局2023年度部门决算\n"
MARKUP = "<html><meta charset=utf-8><p>" + HEAD + "</p>"
WORD = "<w:document xmlns:w='w'><w:body>%s</w:body></w:document>"
TITLE = "一般公共预算财政拨款支出决算表"


def texts(text):
    """Plain text: what a document says, far more often than any does."""
    lines = {
        "nothing": "", "a-letter": "决", "blank": " \n" * 1000, "zeros": "\0" * (1 << 20),
        "percents": "占支出合计的1.00%，" * 500000, "years": "2023年" * 1500000, "colons": "支出：" * 1500000,
        "of-which": "其中：" * 1500000, "open-brackets": "（" * 5000000, "full-stops": "。" * 5000000,
        "commas-in-number": "支出" + ",123" * 3000000 + "万元", "decimals": "支出0." + "0" * (14 << 20) + "1万元",
        "overflow": "支出99999999999999999999999999999亿元。" * 100000, "minus": "-" * (15 << 20),
        "rows-of-numbers": "教育支出    1.00    2.00    3.00\n" * 200000, "bars": "|教育支出|1.00|2.00|3.00|\n" * 200000,
        "same-item": "1.教育支出（类）普通教育（款）小学教育（项）。年初预算为1.00万元。" * 100000,
        "projects": "“" + "某某项目”自评得分为95.5分，" * 300000, "indicators": "数量指标 某某数量 ≥1个 1个 10 10\n" * 300000,
        "glossary": "一、财政拨款收入：指\n" * 500000, "carriage-returns": "支出1.00万元。\r" * 500000,
        "increases": "比上年增加1.00万元，增长1.00%，主要原因是" * 300000, "codes": "2050202" * 2000000,
        "right-to-left": "\u202e支出1.00万元\u202c" * 300000, "parts": "第一部分 概况\n" * 700000,
    }
    return {"text-%s.txt" % name: lambda words=words: text(HEAD * bool(words) + words) for name, words in lines.items()}


def tables():
    """CSV and tables in text form."""
    header = "科目编码,科目名称,决算数\n"
    return {
        "columns.csv": lambda: (header.strip() + ",列" * 300000 + "\n" + "," * 300000).encode(),
        "long-cell.csv": lambda: (header + "2050202," + "教" * 4000000 + ",1\n").encode(),
        "half-quoted.csv": lambda: (header + '2050202,"小学教育,1\n' * 400000).encode(),
        "zeros.csv": lambda: header.encode() + bytes(1 << 20),
        "utf-16.csv": lambda: b"\xff\xfe" + (header * 200000).encode("utf-16-le") + b"\x01",
        "no-codes.csv": lambda: (header + ",,1\n" * 500000).encode(),
    }


def pages():
    """HTML."""
    return {
        "nested-tables.html": lambda: (MARKUP + "<table><tr><td>" * 100000).encode(),
        "one-row.html": lambda: (MARKUP + "<table><tr>" + "<td>1.00" * 900000).encode(),
        "breaks.html": lambda: (MARKUP + "<br>" * 3000000).encode(),
        "entities.html": lambda: (MARKUP + "&amp;&#x53;" * 1200000).encode(),
        "comment.html": lambda: (MARKUP + "<!--" + "x" * (14 << 20)).encode(),
        "script.html": lambda: (MARKUP + "<script>" + "x<" * (7 << 20)).encode(),
        "attribute.html": lambda: (MARKUP + "<p title='" + "x" * (14 << 20) + "'>").encode(),
        "many-tables.html": lambda: (MARKUP + "<table><tr><td>1</td></tr></table>" * 400000).encode(),
        "two-charsets.html": lambda: b"<html><meta charset=gbk>" + (HEAD * 100000).encode() + b"\xff" * 100000,
        "spans.html": lambda: (MARKUP + TITLE + "<table>" + "<tr><td rowspan=2000>1<td colspan=1000>2" * 20000).encode(),
    }


def packages(container, package, workbook):
    """DOCX and XLSX."""
    run = "<w:r><w:t>支出1.00万元，</w:t></w:r>"
    cell = "<w:tc><w:p>%s</w:p></w:tc>"
    sheets = "".join('<sheet name="s%d" id="s"/>' % number for number in range(20000))
    shared = '<c t="s"><v>%d</v></c>'
    link = '<Relationship Id="%s" Type="x/%s" Target="%s"/>'
    return {
        "runs.docx": lambda: package("word/document.xml", WORD % ("<w:p>" + run * 400000 + "</w:p>")),
        "nested-tables.docx": lambda: package("word/document.xml", WORD % ("<w:tbl><w:tr><w:tc>" * 5000 + "</w:tc></w:tr></w:tbl>" * 5000)),
        "tables.docx": lambda: package("word/document.xml", WORD % ("<w:tbl><w:tr>" + cell % run + "</w:tr></w:tbl>") * 1),
        "spans.docx": lambda: package("word/document.xml", WORD % ("<w:tbl>" + ("<w:tr><w:tc><w:tcPr><w:gridSpan w:val='2000000000'/><w:vMerge/></w:tcPr><w:p>" + run + "</w:p></w:tc></w:tr>") * 20000 + "</w:tbl>")),
        "many-tables.docx": lambda: package("word/document.xml", WORD % (("<w:tbl><w:tr>" + cell % run + "</w:tr></w:tbl>") * 50000)),
        "outside-entity.docx": lambda: package("word/document.xml", '<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]>' + WORD % "&e;"),
        "itself.docx": lambda: container([("_rels/.rels", "<Relationships>" + link % ("r", "officeDocument", "_rels/.rels") + "</Relationships>")]),
        "no-parts.docx": lambda: container([("_rels/.rels", "<Relationships>" + link % ("r", "officeDocument", "word/none.xml") + "</Relationships>")]),
        "parts.docx": lambda: container([("part%d" % number, "x") for number in range(20000)]),
        "sheets.xlsx": lambda: container([
            ("_rels/.rels", "<Relationships>" + link % ("r", "officeDocument", "xl/workbook.xml") + "</Relationships>"),
            ("xl/workbook.xml", "<workbook><sheets>" + sheets + "</sheets></workbook>"),
            ("xl/_rels/workbook.xml.rels", "<Relationships>" + link % ("s", "worksheet", "worksheets/sheet1.xml") + "</Relationships>"),
            ("xl/worksheets/sheet1.xml", "<worksheet><sheetData><row><c><v>1</v></c></row></sheetData></worksheet>")]),
        "shared-beyond.xlsx": lambda: workbook("<worksheet><sheetData><row>" + shared % (1 << 62) * 50000 + "</row></sheetData></worksheet>"),
        "merged.xlsx": lambda: workbook("<worksheet><sheetData><row><c><v>1</v></c></row></sheetData><mergeCells>" + '<mergeCell ref="A1:XFD1048576"/>' * 300000 + "</mergeCells></worksheet>"),
        "far-away.xlsx": lambda: workbook("<worksheet><sheetData>" + "".join('<row r="%d"><c r="XFD%d"><v>1</v></c></row>' % (row, row) for row in range(1, 1048577, 8)) + "</sheetData></worksheet>"),
        "formulas.xlsx": lambda: workbook("<worksheet><sheetData><row>" + "<c><f>SUM(A1:A9)</f></c>" * 300000 + "</row></sheetData></worksheet>"),
        "long-string.xlsx": lambda: workbook('<worksheet><sheetData><row><c t="inlineStr"><is><t>' + "支出" * 5000000 + "</t></is></c></row></sheetData></worksheet>"),
        "huge-numbers.xlsx": lambda: workbook("<worksheet><sheetData><row>" + "<c><v>1e308</v></c><c><v>nan</v></c>" * 100000 + "</row></sheetData></worksheet>"),
        "half.xlsx": lambda: workbook("<worksheet/>")[:200],
        "flat.xlsx": lambda: b"PK\x03\x04" + b"\0" * (1 << 20),
    }


def prints(pdf):
    """PDF: `pdf` makes one of so many empty pages, `stream` puts a content under its only one."""

    def stream(content, length=None, flate=False):
        text = pdf(1).decode()
        body = zlib.compress(content) if flate else content
        head = "9 0 obj\n<< /Length %d %s >>\nstream\n" % (len(body) if length is None else length, "/Filter /FlateDecode" if flate else "")
        return text.replace("/MediaBox", "/Contents 9 0 R /MediaBox", 1).encode().replace(
            b"xref\n", head.encode() + body + b"\nendstream\nendobj\nxref\n", 1)

    return {
        "own-kid.pdf": lambda: pdf(1).replace(b"/Kids [3 0 R]", b"/Kids [2 0 R]"),
        "huge-page.pdf": lambda: pdf(1).replace(b"[0 0 200 200]", b"[0 0 1e9 1e9]"),
        "no-end.pdf": lambda: pdf(3).replace(b"%%EOF", b""),
        "flate-bomb.pdf": lambda: stream(b" " * (400 << 20), flate=True),
        "lying-length.pdf": lambda: stream(b"BT (1) Tj ET", length=1 << 40),
        "operators.pdf": lambda: stream(b"BT /F 1 Tf (1) Tj ET\n" * 500000, flate=True),
        "arrays.pdf": lambda: pdf(1).replace(b"/Type /Catalog", b"/Type /Catalog /X " + b"[" * 500000),
        "objects.pdf": lambda: pdf(1).replace(b"xref\n", b"".join(b"%d 0 obj\n<< >>\nendobj\n" % number for number in range(10, 300000)) + b"xref\n"),
    }


def old():
    """What LibreOffice is asked to turn into today's forms, or nobody can."""
    compound = bytes.fromhex("D0CF11E0A1B11AE1")
    return {
        "braces.rtf": lambda: b"{\\rtf1 " + b"{" * 3000000,
        "half.rtf": lambda: b"{\\rtf1\\ansi \\u",
        "header.doc": lambda: compound + bytes(504),
        "entries.xls": lambda: compound + bytes(504) + ("Workbook\0".encode("utf-16-le") + bytes(46) + b"\x12\0" + bytes(62)) * 8000,
        "flat.odt": lambda: b"PK\x03\x04" + b"mimetypeapplication/vnd.oasis.opendocument.text" * 1000,
        "web.mht": lambda: b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n" + b"--x\n" * 1000000,
    }
