/// Prints tables as a page of HTML.
struct FormPage {
    let figures: FormFigures
    let layout: FormLayout
    let tables: [FormTable]

    var html: String {
        """
        <!DOCTYPE html>
        <html lang="zh"><head><meta charset="utf-8"><title>\(figures.unit)</title><style>
        \(style)
        </style></head><body>
        <p class="cover" align="center">\(figures.unit)\(figures.year)年度部门决算</p>
        <h1>第二部分　\(figures.year)年度部门决算表</h1>
        \(tables.map(table).joined(separator: "\n"))
        <h1>第三部分　\(figures.year)年度部门决算情况说明</h1>
        <p>一、收入支出决算总体情况说明</p>
        <p>\(figures.year)年度收、支总计均为\(FormMaker.wan(figures.income + figures.opening))万元。</p>
        </body></html>
        """
    }

    private var style: String {
        let size = layout.isLandscape ? "297mm 210mm" : "210mm 297mm"
        let line = layout.borders ? "0.5pt solid black" : "none"
        return """
            @page { size: \(size); margin: 15mm 12mm; }
            body { font-family: '\(layout.font)'; font-size: \(layout.points)pt; margin: 0; }
            h1 { font-size: 16pt; text-align: center; } h2 { font-size: 14pt; text-align: center; margin: 4pt 0; }
            .cover { page-break-after: always; text-align: center; font-size: 20pt; padding-top: 60mm; }
            .form { \(layout.breaksPages ? "page-break-after: always;" : "margin-bottom: 12pt;") }
            table { border-collapse: collapse; width: 100%; }
            thead { display: \(layout.repeatsHeaders ? "table-header-group" : "table-row-group"); }
            tr { page-break-inside: avoid; }
            td { border: \(line); padding: \(layout.padding)pt 2pt; vertical-align: middle; line-height: 1.25; }
            td.head { text-align: center; } td.code { text-align: \(layout.amountsCentered ? "center" : "left"); }
            td.label { min-width: 8em; \(layout.namesTop ? "vertical-align: top;" : "") }
            div.name { width: \(layout.nameWidth)em; }
            td.amount { text-align: \(layout.amountsCentered ? "center" : "right"); white-space: nowrap; }
            """
    }

    private func table(_ table: FormTable) -> String {
        let unit = layout.isYuan ? "单位：元" : layout.titleStyle == 1 ? "金额单位：万元" : "单位：万元"
        var caption = layout.hasCaption ? ["部门：\(figures.unit)"] : []
        if layout.hasMark { caption.append(table.mark) }
        caption.append(unit)
        if caption.count == 1 { caption.insert("", at: 0) }
        return """
            <div class="form"><h2 align="center">\(table.title)</h2>
            \(captionTable(caption))
            <table><thead>\(table.header.map(row).joined())</thead><tbody>\(table.rows.map(row).joined(separator: "\n"))</tbody></table>
            \(table.notes.map { "<p>\($0)</p>" }.joined())</div>
            """
    }

    /// The lines over a table: body, number of the form, unit.
    private func captionTable(_ words: [String]) -> String {
        let cells = words.enumerated().map { index, words in
            let align = index == 0 ? "left" : index == 1 ? "right" : "right"
            return "<td style=\"border: none\" align=\"\(align)\">\(words)</td>"
        }
        return "<table class=\"caption\"><tr>\(cells.joined())</tr></table>"
    }

    private static func alignment(_ style: String, centered: Bool) -> String {
        switch style {
        case "head": "center"
        case "code": centered ? "center" : "left"
        case "amount": centered ? "center" : "right"
        default: "left"
        }
    }

    private func row(_ cells: [FormTable.Cell]) -> String {
        let inner = cells.map { cell in
            let columns = cell.columns > 1 ? " colspan=\"\(cell.columns)\"" : ""
            let rows = cell.rows > 1 ? " rowspan=\"\(cell.rows)\"" : ""
            let align = Self.alignment(cell.style, centered: layout.amountsCentered)
            let vertical = cell.style == "label" && layout.namesTop ? "top" : "middle"
            // A block of its own keeps long names narrow, as the form's narrow columns do.
            let isWrapped = cell.style == "label" && cell.text.count > layout.nameWidth
            let text = isWrapped ? "<div class=\"name\">\(cell.text)</div>" : cell.text
            return "<td class=\"\(cell.style)\" align=\"\(align)\" valign=\"\(vertical)\"\(columns)\(rows)>\(text)</td>"
        }
        return "<tr>\(inner.joined())</tr>"
    }
}
