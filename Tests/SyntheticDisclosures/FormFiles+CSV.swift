extension FormFiles {
    /// One table as a spreadsheet program saves it: words of merged cells stand in their first place.
    package func csv(_ sheet: FormSheet, separator: String = ",") -> String {
        let cells = style.rows(of: sheet, unit: unit, year: year, title: true, notes: true)
        let width = max(sheet.width, cells.map { $0.column + 1 }.max() ?? 0)
        func quoted(_ text: String) -> String {
            text.contains(separator) || text.contains("\n") || text.contains("\"")
                ? "\"\(text.replacing("\"", with: "\"\""))\"" : text
        }
        return (0..<(cells.map { $0.row + $0.height }.max() ?? 0)).map { line in
            (0..<width).map { column in
                cells.first { $0.row == line && $0.column == column }.map { quoted($0.text) } ?? ""
            }.joined(separator: separator) + "\r\n"
        }.joined()
    }

    /// All tables in one file, one under another.
    package func csv(separator: String = ",") -> String {
        sheets.map { csv($0, separator: separator) }.joined(separator: "\r\n")
    }
}
