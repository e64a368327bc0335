"""The document as HTML, as a flat text document and as a flat spreadsheet of the Open Document Format."""

from html import escape

from grid import caption, placed


def html(blocks, unit, spec):
    line = "0.5pt solid black" if spec.ruled else "none"
    number = f"font-family: '{spec.number_font}', '{spec.font}';" if spec.number_font else ""
    size = "297mm 210mm" if spec.landscape else "210mm 297mm"
    head = f"""<!DOCTYPE html><html lang="zh"><head><meta charset="utf-8"><title>{unit}</title><style>
@page {{ size: {size}; margin: 15mm 12mm; }}
body {{ font-family: '{spec.font}'; font-size: {spec.points}pt; margin: 0; }}
h1, h2, .cover {{ text-align: center; font-weight: {spec.weight}; }} h1 {{ font-size: 16pt; }} h2 {{ font-size: 14pt; margin: 4pt 0; }}
.cover {{ font-size: 20pt; padding-top: 60mm; }} .break {{ page-break-after: always; }}
.form {{ {'page-break-after: always;' if spec.breaks else 'margin-bottom: 12pt;'} }}
table {{ border-collapse: collapse; width: 100%; table-layout: fixed; }} tr {{ page-break-inside: avoid; }}
thead {{ display: {'table-header-group' if spec.repeats else 'table-row-group'}; }}
td {{ border: {line}; padding: {spec.padding}pt 2pt; vertical-align: middle; line-height: 1.25; overflow-wrap: anywhere; }}
.caption td {{ border: none; }} .head {{ text-align: center; }} .amount {{ text-align: {spec.align}; {number} }} .code {{ {number} }}
</style></head><body>"""

    def row(cells):
        return "<tr>" + "".join(
            f'<td class="{c.kind}" colspan="{c.columns}" rowspan="{c.rows}">{escape(c.text)}</td>' for c in cells) + "</tr>"

    def table(t):
        left, middle, right = caption(unit, t, spec.form.yuan)
        cols = "".join(f'<col style="width: {100 * width / sum(t.widths):.2f}%">' for width in t.widths)
        return (f'<div class="form"><h2>{t.title}</h2><table class="caption"><tr><td>{left}</td><td class="head">{middle}</td>'
                f'<td align="right">{right}</td></tr></table><table><colgroup>{cols}</colgroup><thead>'
                + "".join(map(row, t.header)) + "</thead><tbody>" + "\n".join(map(row, t.rows)) + "</tbody></table>"
                + "".join(f"<p>{note}</p>" for note in t.notes) + "</div>")

    tags = {"title": '<p class="cover">{}</p>', "heading": "<h1>{}</h1>", "paragraph": "<p>{}</p>"}
    out = [head]
    for kind, value in blocks:
        if kind == "table":
            out.append(table(value))
        elif kind == "break":
            out.append('<div class="break"></div>')
        else:
            out.append(tags[kind].format(escape(value)))
    return "\n".join(out) + "</body></html>"


NAMESPACES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{long}:1.0"' for short, long in (
        ("office", "office"), ("text", "text"), ("table", "table"), ("style", "style"),
        ("fo", "xsl-fo-compatible"), ("svg", "svg-compatible")))


def open_styles(spec, cell_border=True):
    width, height = (29.7, 21.0) if spec.landscape else (21.0, 29.7)
    border = "0.5pt solid #000000" if spec.ruled else "none"
    number = spec.number_font or spec.font

    def paragraph(name, align, points, font, extra=""):
        return (f'<style:style style:name="{name}" style:family="paragraph"><style:paragraph-properties fo:text-align="{align}" {extra}/>'
                f'<style:text-properties fo:font-family="{font}" style:font-family-asian="{spec.font}" fo:font-size="{points}pt" '
                f'style:font-size-asian="{points}pt"/></style:style>')

    def cell(name, align, font):
        return (f'<style:style style:name="cell-{name}" style:family="table-cell"><style:table-cell-properties '
                f'fo:border="{border}" fo:padding="0.05cm" style:vertical-align="middle" fo:wrap-option="wrap"/>'
                f'<style:paragraph-properties fo:text-align="{align}"/><style:text-properties fo:font-family="{font}" '
                f'style:font-family-asian="{spec.font}" fo:font-size="{spec.points}pt" style:font-size-asian="{spec.points}pt"/></style:style>')

    ends = {"head": "center", "label": "start", "code": "start", "amount": {"right": "end"}.get(spec.align, spec.align)}
    return ('<office:automatic-styles>'
            f'<style:page-layout style:name="page"><style:page-layout-properties fo:page-width="{width}cm" fo:page-height="{height}cm" '
            f'style:print-orientation="{"landscape" if spec.landscape else "portrait"}" fo:margin="1.3cm" style:scale-to-X="1" style:scale-to-Y="0"/></style:page-layout>'
            + paragraph("title", "center", 20, spec.font) + paragraph("heading", "center", 15, spec.font)
            + paragraph("broken", "center", 14, spec.font, 'fo:break-before="page"')
            + paragraph("paragraph", "start", 11, spec.font, 'fo:text-indent="0.8cm"')
            + "".join(paragraph(kind, align, spec.points, number if kind in ("amount", "code") else spec.font)
                      + cell(kind, align, number if kind in ("amount", "code") else spec.font) for kind, align in ends.items())
            + '<style:style style:name="cell-plain" style:family="table-cell"><style:text-properties '
            f'fo:font-family="{spec.font}" style:font-family-asian="{spec.font}"/></style:style>')


def open_rows(rows, count, with_paragraph=True):
    cells = {(row, column): cell for row, column, cell in placed(rows)}
    covered = {(row + down, column + right) for (row, column), cell in cells.items()
               for down in range(cell.rows) for right in range(cell.columns)} - set(cells)
    out = []
    for row in range(len(rows)):
        out.append("<table:table-row>")
        for column in range(count):
            if (row, column) in covered:
                out.append("<table:covered-table-cell/>")
                continue
            cell = cells[row, column]
            style = f' text:style-name="{cell.kind}"' if with_paragraph else ""
            out.append(f'<table:table-cell table:style-name="cell-{cell.kind}" table:number-columns-spanned="{cell.columns}" '
                       f'table:number-rows-spanned="{cell.rows}" office:value-type="string"><text:p{style}>{escape(cell.text)}</text:p>'
                       "</table:table-cell>")
        out.append("</table:table-row>")
    return "".join(out)


def columns(table, name, total):
    styles = "".join(
        f'<style:style style:name="{name}c{index}" style:family="table-column"><style:table-column-properties '
        f'style:column-width="{total * width / sum(table.widths):.2f}cm"/></style:style>' for index, width in enumerate(table.widths))
    return styles, "".join(f'<table:table-column table:style-name="{name}c{index}"/>' for index in range(len(table.widths)))


MASTER = ('</office:automatic-styles><office:master-styles><style:master-page style:name="{}" style:page-layout-name="page"/>'
          "</office:master-styles>")


def text_document(blocks, unit, spec):
    total = 27.0 if spec.landscape else 18.4
    styles, body, broken = open_styles(spec), [], False
    for index, (kind, value) in enumerate(blocks):
        if kind == "break":
            broken = True
            continue
        if kind != "table":
            body.append(f'<text:p text:style-name="{"broken" if broken else kind}">{escape(value)}</text:p>')
        else:
            more, cols = columns(value, f"t{index}", total)
            styles += more + (f'<style:style style:name="t{index}" style:family="table"><style:table-properties '
                              f'style:width="{total}cm" table:align="margins" table:border-model="collapsing"/></style:style>')
            left, middle, right = caption(unit, value, spec.form.yuan)
            body.append(f'<text:p text:style-name="{"broken" if spec.breaks else "heading"}">{value.title}</text:p>'
                        f'<text:p text:style-name="label">{left}<text:s text:c="20"/>{middle}<text:s text:c="20"/>{right}</text:p>')
            header = open_rows(value.header, len(value.widths))
            header = f"<table:table-header-rows>{header}</table:table-header-rows>" if spec.repeats else header
            body.append(f'<table:table table:name="t{index}" table:style-name="t{index}">{cols}{header}'
                        f"{open_rows(value.rows, len(value.widths))}</table:table>")
            body += [f'<text:p text:style-name="label">{note}</text:p>' for note in value.notes]
        broken = False
    return (f'<?xml version="1.0" encoding="UTF-8"?><office:document {NAMESPACES} office:version="1.3" '
            f'office:mimetype="application/vnd.oasis.opendocument.text">{styles}{MASTER.format("Standard")}'
            f"<office:body><office:text>{''.join(body)}</office:text></office:body></office:document>")


def spreadsheet(blocks, unit, spec):
    total = 27.0 if spec.landscape else 18.4
    styles = open_styles(spec) + ('<style:style style:name="sheet" style:family="table" style:master-page-name="Default">'
                                  '<style:table-properties table:display="true"/></style:style>')
    sheets = []

    def plain(words, count):
        cell = f'<table:table-cell table:style-name="cell-plain" office:value-type="string"><text:p>{escape(words)}</text:p></table:table-cell>'
        return f"<table:table-row>{cell}</table:table-row>"

    for index, (kind, value) in enumerate(blocks):
        if kind != "table":
            continue
        more, cols = columns(value, f"t{index}", total)
        styles += more
        count = len(value.widths)
        left, middle, right = caption(unit, value, spec.form.yuan)
        title = (f'<table:table-row><table:table-cell table:style-name="cell-head" table:number-columns-spanned="{count}" '
                 f'office:value-type="string"><text:p>{value.title}</text:p></table:table-cell></table:table-row>')
        sheets.append(f'<table:table table:name="{value.mark}" table:style-name="sheet">{cols}{title}{plain(left, count)}{plain(right, count)}'
                      + open_rows(value.header, count, False) + open_rows(value.rows, count, False)
                      + "".join(plain(note, count) for note in value.notes) + "</table:table>")
    words = "".join(plain(value, 1) for kind, value in blocks if kind in ("title",))
    sheets.insert(0, f'<table:table table:name="封面" table:style-name="sheet">{words}</table:table>')
    return (f'<?xml version="1.0" encoding="UTF-8"?><office:document {NAMESPACES} office:version="1.3" '
            f'office:mimetype="application/vnd.oasis.opendocument.spreadsheet">{styles}{MASTER.format("Default")}'
            f"<office:body><office:spreadsheet>{''.join(sheets)}</office:spreadsheet></office:body></office:document>")
