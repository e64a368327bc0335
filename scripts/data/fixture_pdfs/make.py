"""Makes the PDFs of Tests/DisclosuresTests/Fixtures/pdf, each with its truth: `make.py FOLDER [NAME ...]`."""

import csv
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

from accounts import Accounts, Form, FormTables
from canvases import CairoCanvas, FPDFCanvas, MatplotlibCanvas, ReportlabCanvas
from drawing import Layout
from grid import document
from markup import html, spreadsheet, text_document
from prose import Prose

ZENHEI = "/usr/share/fonts/truetype/wqy/wqy-zenhei.ttc"
MICROHEI = "/usr/share/fonts/truetype/wqy/wqy-microhei.ttc"
SONG = "/usr/share/fonts/truetype/arphic-gbsn00lp/gbsn00lp.ttf"
KAI = "/usr/share/fonts/truetype/arphic-gkai00mp/gkai00mp.ttf"
DEJAVU = "/usr/share/fonts/truetype/dejavu/DejaVuSerif.ttf"


@dataclass
class Spec:
    name: str
    producer: str
    font: str
    seed: int
    number_font: str = ""
    landscape: bool = False
    ruled: bool = True
    breaks: bool = True  # each table begins a page
    repeats: bool = True  # headers again on every page
    align: str = "right"
    points: float = 9
    padding: float = 3
    weight: str = "bold"
    items: int = 9
    form: Form = field(default_factory=Form)


SPECS = [
    Spec("chromium-type3", "chromium", "Noto Sans CJK SC", 1, items=11, padding=6, form=Form(codes="split", tiers=True, costs="halves")),
    Spec("chromium-unruled", "chromium", "WenQuanYi Zen Hei", 2, number_font="DejaVu Serif", landscape=True, ruled=False,
         repeats=False, weight="normal", form=Form(zero="dash", grouping=True, line_numbers=True, tiers=False)),
    Spec("writer-portrait", "writer", "AR PL SungtiL GB", 3, number_font="DejaVu Sans", points=8, items=12,
         form=Form(costs="list", zero="zero", column_numbers=True)),
    Spec("writer-landscape", "writer", "Noto Serif CJK SC", 4, landscape=True, breaks=False, items=16,
         form=Form(codes="split", basic="three", grouping=True)),
    Spec("calc-sheets", "calc", "WenQuanYi Micro Hei", 5, landscape=True, form=Form(line_numbers=True, column_numbers=True)),
    Spec("cairo-cff", "cairo", "Noto Sans CJK SC", 6, items=14, form=Form(codes="split", column_numbers=True)),
    Spec("cairo-unruled", "cairo", "AR PL KaitiM GB", 7, number_font="DejaVu Sans", ruled=False, landscape=True,
         align="center", points=8, form=Form(indents=True, zero="dash", tiers=False)),
    Spec("reportlab-cid", "reportlab-cid", "STSong-Light", 8, number_font="Helvetica", form=Form(codes="split", grouping=True, yuan=True)),
    Spec("reportlab-cid-unruled", "reportlab-cid", "STSong-Light", 9, ruled=False, points=8, form=Form(costs="halves", zero="zero")),
    Spec("reportlab-truetype", "reportlab", MICROHEI, 10, number_font="Times-Roman", items=18, padding=7, repeats=False,
         form=Form(total_last=True, indents=True)),
    Spec("weasyprint-portrait", "weasyprint", "WenQuanYi Zen Hei", 11, number_font="DejaVu Sans Mono", points=8, padding=5, items=16,
         form=Form(costs="list", line_numbers=True, basic="three")),
    Spec("weasyprint-running", "weasyprint", "Noto Serif CJK SC", 12, landscape=True, breaks=False, ruled=False, weight="normal",
         form=Form(codes="split", zero="dash")),
    Spec("fpdf2", "fpdf2", SONG, 13, number_font=DEJAVU, points=8, form=Form(codes="split", line_numbers=True, yuan=True)),
    Spec("fpdf2-running", "fpdf2", MICROHEI, 14, breaks=False, ruled=False, landscape=True, form=Form(grouping=True, basic="three")),
    Spec("ghostscript-redistilled", "ghostscript", "AR PL KaitiM GB", 15, number_font="DejaVu Sans", items=14,
         form=Form(codes="split", costs="halves")),
    Spec("matplotlib-type3", "matplotlib-3", SONG, 16, number_font=DEJAVU, points=8, form=Form(codes="split", zero="zero")),
    Spec("matplotlib-type42", "matplotlib-42", KAI, 17, ruled=False, points=8, form=Form(line_numbers=True)),
]


def run(*command):
    subprocess.run([str(word) for word in command], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def produce(spec, blocks, unit, path, work):
    """Writes the document to `path`; intermediate files stand in `work`."""
    source = work / spec.name
    if spec.producer in ("chromium", "weasyprint"):
        page = source.with_suffix(".html")
        page.write_text(html(blocks, unit, spec), encoding="utf-8")
        if spec.producer == "weasyprint":
            import weasyprint
            weasyprint.HTML(str(page)).write_pdf(str(path))
        else:
            run("chromium", "--headless", "--no-sandbox", "--disable-gpu", "--disable-pdf-tagging", f"--user-data-dir={work}/chromium",
                "--no-pdf-header-footer", f"--print-to-pdf={path}", page.as_uri())
    elif spec.producer in ("writer", "calc"):
        kind, make = (".fodt", text_document) if spec.producer == "writer" else (".fods", spreadsheet)
        page = source.with_suffix(kind)
        page.write_text(make(blocks, unit, spec), encoding="utf-8")
        run("soffice", f"-env:UserInstallation={(work / 'office').as_uri()}", "--headless", "--convert-to", "pdf",
            "--outdir", work, page)
        path.write_bytes(source.with_suffix(".pdf").read_bytes())
    else:
        drawn = source.with_suffix(".ps") if spec.producer == "ghostscript" else path
        canvas = {
            "cairo": lambda: CairoCanvas(drawn, spec), "ghostscript": lambda: CairoCanvas(drawn, spec, postscript=True),
            "reportlab": lambda: ReportlabCanvas(drawn, spec), "reportlab-cid": lambda: ReportlabCanvas(drawn, spec, cid=True),
            "fpdf2": lambda: FPDFCanvas(drawn, spec), "matplotlib-3": lambda: MatplotlibCanvas(drawn, spec, 3),
            "matplotlib-42": lambda: MatplotlibCanvas(drawn, spec, 42),
        }[spec.producer]()
        Layout(canvas, unit, spec).draw(blocks)
        canvas.finish()
        if spec.producer == "ghostscript":
            run("ps2pdf", drawn, path)


def write(path, header, rows):
    with open(path, "w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([header] + rows)


def main(folder, chosen):
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as work:
        for spec in SPECS:
            if chosen and spec.name not in chosen:
                continue
            accounts = Accounts(spec.seed, spec.items)
            tables = FormTables(accounts, spec.form).tables()
            prose = Prose(accounts)
            blocks = document(accounts, tables, prose.paragraphs())
            if spec.producer == "calc":  # sheets without a text: lines have no budgets, and nothing is stated
                prose.lines = [line[:4] + ["", line[5], ""] for line in prose.lines]
                prose.figures = []
            produce(spec, blocks, accounts.unit, folder / f"{spec.name}.pdf", Path(work))
            write(folder / f"{spec.name}.cells.csv", "table side code label column amount_wan".split(),
                  [row for table in tables for row in table.truth])
            write(folder / f"{spec.name}.lines.csv", "code category section item initial_budget_wan actual_wan rate".split(), prose.lines)
            write(folder / f"{spec.name}.figures.csv", "measure subject value unit".split(),
                  prose.figures)
            write(folder / f"{spec.name}.body.csv", ["unit", "fiscal_year"], [[accounts.unit, str(accounts.year)]])
            print(spec.name, (folder / f"{spec.name}.pdf").stat().st_size)


if __name__ == "__main__":
    main(Path(sys.argv[1]), set(sys.argv[2:]))
