extension FormFiles {
    /// A page with a table for each, in UTF-8 unless its writer says otherwise.
    package func page(charset: String = "utf-8") -> String {
        var body = "<h1>\(unit)\(year)年度部门决算</h1>\n"
        body += contents {
            "<p>\($0)</p>\n"
        } row: {
            "<tr>" + $0.map { "<td>\($0)</td>" }.joined() + "</tr>\n"
        } table: {
            "<table>\($0)</table>\n"
        }
        for (sheet, isFirst) in pieces {
            if !style.titleInside, isFirst || style.tableBreak == .title {
                body += "<p style=\"text-align:center\"><b>\(Self.escaped(sheet.title))</b></p>\n"
                for line in captionLines(sheet) {
                    body += "<p>\(line.replacing("　　", with: "&nbsp;&nbsp;&nbsp;"))</p>\n"
                }
            }
            body += "<table border=1>\n" + rows(sheet, isFirst: isFirst) + "</table>\n"
            if !style.notesInside { body += sheet.notes.map { "<p>\(Self.escaped($0))</p>\n" }.joined() }
        }
        return "<!DOCTYPE html><html><head><meta charset=\"\(charset)\"><title>x</title><style>td{color:red}</style>"
            + "<script>var a='<table><tr><td>1.00</td></tr></table>';</script></head><body>\(body)</body></html>"
    }

    /// The rows of a table, with blanks where no cell reaches.
    private func rows(_ sheet: FormSheet, isFirst: Bool) -> String {
        let cells = rows(of: sheet, isFirst: isFirst)
        var result = ""
        var taken: Set<Int> = []
        for one in cells {
            for line in one.row..<one.row + one.height {
                for column in one.column..<one.column + one.width { taken.insert(line << 8 | column) }
            }
        }
        let width = max(sheet.width, cells.map { $0.column + $0.width }.max() ?? 0)
        for line in 0..<(cells.map { $0.row + $0.height }.max() ?? 0) {
            result += "<tr>"
            for column in 0..<width {
                if let one = cells.first(where: { $0.row == line && $0.column == column }) {
                    let words = Self.escaped(one.text).replacing("\n", with: "<br>")
                    result += "<td rowspan=\"\(one.height)\" colspan=\(one.width)>\n  <p>\(words)</p></td>"
                } else if !taken.contains(line << 8 | column) {
                    result += "<td>&nbsp;</td>"
                }
            }
            result += "\n"
        }
        return result
    }
}
