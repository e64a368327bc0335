/// Writes the tables of a disclosure in each kind of file, as office programs and web sites do.
package struct FormFiles: Sendable {
    /// The tables.
    package var sheets: [FormSheet]
    /// The body.
    package var unit: String
    /// The year.
    package var year: Int
    /// How they are written.
    package var style: FileStyle

    /// Creates a writer.
    package init(sheets: [FormSheet], unit: String, year: Int, style: FileStyle = FileStyle()) {
        self.sheets = sheets
        self.unit = unit
        self.year = year
        self.style = style
    }

    /// Text with the signs of markup escaped.
    package static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
            .replacing("\"", with: "&quot;")
    }

    /// The tables, long ones in pieces, and whether each is the first of its table.
    var pieces: [(sheet: FormSheet, isFirst: Bool)] {
        sheets.flatMap { sheet in
            style.pieces(of: sheet).enumerated().map { ($0.element, $0.offset == 0) }
        }
    }

    /// The rows of a table in a page or a word processor's document.
    func rows(of sheet: FormSheet, isFirst: Bool) -> [FormSheet.Cell] {
        style.rows(
            of: sheet, unit: unit, year: year, title: style.titleInside && (isFirst || style.tableBreak == .title),
            notes: style.notesInside)
    }

    /// The list of the tables that stands before them.
    func contents(
        line: (String) -> String, row: ([String]) -> String, table: (String) -> String
    ) -> String {
        switch style.contents {
        case .none: ""
        case .list: line("目录") + sheets.map { line($0.title) }.joined() + line("第二部分 决算表")
        case .table:
            table(
                row(["序号", "表名", "页码"])
                    + sheets.enumerated().map { row([String($0 + 1), $1.title, String($0 + 3)]) }.joined())
        }
    }

    /// The lines over a table that stand outside of it.
    func captionLines(_ sheet: FormSheet) -> [String] {
        style.captions(of: sheet, unit: unit, year: year).map { line in line.map(\.text).joined(separator: "　　") }
    }
}

extension SyntheticForm {
    /// The tables ready to be written in any kind of file, in a way drawn by the seed.
    package func files(seed: UInt64) -> FormFiles {
        FormFiles(sheets: sheets, unit: unit, year: year, style: FileStyle(seed: seed))
    }
}
