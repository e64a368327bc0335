"""One canvas for each library that draws; x from the left, y from the top, in points."""


class CairoCanvas:
    def __init__(self, path, spec, postscript=False):
        import cairocffi
        self.cairo, self.spec = cairocffi, spec
        kind = cairocffi.PSSurface if postscript else cairocffi.PDFSurface
        self.surface = kind(str(path), 595, 842)
        self.context, self.begun = cairocffi.Context(self.surface), False

    def page(self, width, height):
        if self.begun:
            self.context.show_page()
        self.begun = True
        self.surface.set_size(width, height)

    def select(self, size, font):
        self.context.select_font_face(self.spec.number_font if font == "number" else self.spec.font)
        self.context.set_font_size(size)

    def width(self, text, size, font):
        self.select(size, font)
        return self.context.text_extents(text)[4]

    def text(self, x, y, text, size, font):
        self.select(size, font)
        self.context.move_to(x, y)
        self.context.show_text(text)

    def line(self, x1, y1, x2, y2):
        self.context.set_line_width(0.5)
        self.context.move_to(x1, y1)
        self.context.line_to(x2, y2)
        self.context.stroke()

    def finish(self):
        self.surface.finish()


class ReportlabCanvas:
    def __init__(self, path, spec, cid=False):
        from reportlab.pdfbase import pdfmetrics
        from reportlab.pdfbase.cidfonts import UnicodeCIDFont
        from reportlab.pdfbase.ttfonts import TTFont
        from reportlab.pdfgen.canvas import Canvas
        self.canvas, self.metrics, self.height = Canvas(str(path), invariant=1), pdfmetrics, None
        self.fonts = {"body": spec.font, "number": spec.number_font or spec.font}
        if cid:
            pdfmetrics.registerFont(UnicodeCIDFont(spec.font))
        else:
            pdfmetrics.registerFont(TTFont("body", spec.font))
            self.fonts = {"body": "body", "number": spec.number_font or "body"}

    def page(self, width, height):
        if self.height:
            self.canvas.showPage()
        self.height = height
        self.canvas.setPageSize((width, height))

    def width(self, text, size, font):
        return self.metrics.stringWidth(text, self.fonts[font], size)

    def text(self, x, y, text, size, font):
        self.canvas.setFont(self.fonts[font], size)
        self.canvas.drawString(x, self.height - y, text)

    def line(self, x1, y1, x2, y2):
        self.canvas.setLineWidth(0.5)
        self.canvas.line(x1, self.height - y1, x2, self.height - y2)

    def finish(self):
        self.canvas.save()


class FPDFCanvas:
    def __init__(self, path, spec):
        from datetime import datetime, timezone

        from fpdf import FPDF
        self.path, self.pdf = path, FPDF(unit="pt")
        self.pdf.set_auto_page_break(False)
        self.pdf.set_creation_date(datetime(2024, 1, 1, tzinfo=timezone.utc))
        self.pdf.add_font("body", "", spec.font)
        self.pdf.add_font("number", "", spec.number_font or spec.font)

    def page(self, width, height):
        self.pdf.add_page(format=(min(width, height), max(width, height)), orientation="L" if width > height else "P")
        self.pdf.set_line_width(0.5)

    def width(self, text, size, font):
        self.pdf.set_font(font, size=size)
        return self.pdf.get_string_width(text)

    def text(self, x, y, text, size, font):
        self.pdf.set_font(font, size=size)
        self.pdf.text(x, y, text)

    def line(self, x1, y1, x2, y2):
        self.pdf.line(x1, y1, x2, y2)

    def finish(self):
        self.pdf.output(str(self.path))


class MatplotlibCanvas:
    def __init__(self, path, spec, fonttype):
        import matplotlib
        matplotlib.use("pdf")
        matplotlib.rcParams["pdf.fonttype"] = fonttype
        from matplotlib.backends.backend_pdf import PdfPages
        from matplotlib.font_manager import FontProperties
        from matplotlib.textpath import TextPath
        self.pages, self.figure = PdfPages(str(path), metadata={"CreationDate": None}), None
        self.fonts = {"body": spec.font, "number": spec.number_font or spec.font}
        self.properties, self.path_of, self.widths = FontProperties, TextPath, {}

    def page(self, width, height):
        self.close()
        from matplotlib.figure import Figure
        self.figure, self.size = Figure(figsize=(width / 72, height / 72)), (width, height)

    def close(self):
        if self.figure:
            self.pages.savefig(self.figure)

    def width(self, text, size, font):
        return sum(self.advance(letter, font) for letter in text) * size / 100

    def advance(self, letter, font):
        if (letter, font) not in self.widths:
            # Advances, not ink: a letter between two others.
            properties = self.properties(fname=self.fonts[font])
            ends = [self.path_of((0, 0), text, size=100, prop=properties).get_extents().x1 for text in ("|", letter + "|")]
            self.widths[letter, font] = ends[1] - ends[0]
        return self.widths[letter, font]

    def text(self, x, y, text, size, font):
        width, height = self.size
        self.figure.text(x / width, 1 - y / height, text, fontsize=size, va="baseline",
                         fontproperties=self.properties(fname=self.fonts[font], size=size), parse_math=False)

    def line(self, x1, y1, x2, y2):
        from matplotlib.lines import Line2D
        width, height = self.size
        self.figure.add_artist(Line2D([x1 / width, x2 / width], [1 - y1 / height, 1 - y2 / height], color="black", linewidth=0.5))

    def finish(self):
        self.close()
        self.pages.close()
