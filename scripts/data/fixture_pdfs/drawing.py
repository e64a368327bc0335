"""Lays the document out on pages of a canvas: `page`, `text`, `width`, `line`."""

from grid import caption, placed


class Layout:
    margin = 40

    def __init__(self, canvas, unit, spec):
        self.canvas, self.unit, self.spec = canvas, unit, spec
        self.size = self.y = None

    def start(self, landscape):
        self.size = (842, 595) if landscape else (595, 842)
        self.canvas.page(*self.size)
        self.y = self.margin

    @property
    def inner(self):
        return self.size[0] - 2 * self.margin

    def wrapped(self, text, size, width, font="body"):
        lines, line = [], ""
        for letter in text:
            if line and self.canvas.width(line + letter, size, font) > width:
                lines.append(line)
                line = ""
            line += letter
        return lines + [line]

    def draw(self, blocks):
        self.start(self.spec.landscape)
        fresh = True
        for kind, value in blocks:
            if kind == "break":
                self.start(self.spec.landscape)
                fresh = True
            elif kind == "table":
                landscape = self.spec.landscape or value.landscape
                if (self.spec.breaks and not fresh) or landscape != (self.size[0] > self.size[1]) \
                        or self.y > self.size[1] - 200:
                    self.start(landscape)
                self.table(value)
                fresh = False
            else:
                self.words(kind, value)
                fresh = kind == "heading" and fresh

    def words(self, kind, text):
        size = {"title": 20, "heading": 15, "paragraph": 11}[kind]
        if kind == "title":
            self.y += 150
        for index, line in enumerate(self.wrapped(("　　" if kind == "paragraph" else "") + text, size, self.inner)):
            if self.y + 2 * size > self.size[1] - self.margin:
                self.start(self.spec.landscape)
            x = self.margin
            if kind != "paragraph":
                x += (self.inner - self.canvas.width(line, size, "body")) / 2
            self.canvas.text(x, self.y + size, line, size, "body")
            self.y += size * 1.6
        self.y += 4

    def font(self, cell):
        return "number" if cell.kind in ("amount", "code") and self.spec.number_font else "body"

    def table(self, table):
        size = self.spec.points
        self.words("heading", table.title)
        for index, words in enumerate(caption(self.unit, table, self.spec.form.yuan)):
            free = self.inner - self.canvas.width(words, size, "body")
            self.canvas.text(self.margin + free * index / 2, self.y + size, words, size, "body")
        self.y += size * 1.6
        scale = self.inner / sum(table.widths)
        edges = [self.margin]
        for width in table.widths:
            edges.append(edges[-1] + width * scale)
        self.rows(table.header, edges)
        for row in table.rows:
            height = max(self.height(cell, edges[column + cell.columns] - edges[column]) for _, column, cell in placed([row]))
            if self.y + height > self.size[1] - self.margin:
                self.start(self.size[0] > self.size[1])
                if self.spec.repeats:
                    self.rows(table.header, edges)
            self.rows([row], edges)
        for note in table.notes:
            for line in self.wrapped(note, size, self.inner):
                self.canvas.text(self.margin, self.y + size + 2, line, size, "body")
                self.y += size * 1.5
        self.y += 16

    def height(self, cell, width):
        lines = self.wrapped(cell.text, self.spec.points, width - 6, self.font(cell))
        return len(lines) * self.spec.points * 1.25 + 2 * self.spec.padding

    def rows(self, rows, edges):
        cells = list(placed(rows))
        heights = [self.spec.points * 1.25 + 2 * self.spec.padding] * len(rows)
        for row, column, cell in cells:
            needed = self.height(cell, edges[column + cell.columns] - edges[column])
            last = row + cell.rows - 1
            heights[last] = max(heights[last], needed - sum(heights[row:last]))
        tops = [self.y]
        for height in heights:
            tops.append(tops[-1] + height)
        for row, column, cell in cells:
            self.cell(cell, edges[column], edges[column + cell.columns], tops[row], tops[row + cell.rows])
        self.y = tops[-1]

    def cell(self, cell, left, right, top, bottom):
        size, font = self.spec.points, self.font(cell)
        if self.spec.ruled:
            for line in ((left, top, right, top), (left, bottom, right, bottom), (left, top, left, bottom), (right, top, right, bottom)):
                self.canvas.line(*line)
        lines = self.wrapped(cell.text, size, right - left - 6, font)
        y = (top + bottom) / 2 - len(lines) * size * 1.25 / 2 + size
        align = {"head": "center", "amount": self.spec.align}.get(cell.kind, "left")
        for line in lines:
            free = right - left - 6 - self.canvas.width(line, size, font)
            x = left + 3 + free * {"left": 0, "center": 0.5, "right": 1}[align]
            if line.strip():
                self.canvas.text(x, y, line, size, font)
            y += size * 1.25
