import Interchange
import Platform

/// Reads the tables of a disclosure from CSV: a table as a person saved it from a workbook, titles and all.
enum TableCSV {
    /// Whether some UTF-8 text is a table and no prose: rows of as many cells, with a header the form knows.
    static func recognizes(_ bytes: [UInt8]) -> Bool {
        let rows = rows(Array(bytes.prefix(1 << 16)), limit: 40)
        let wide = rows.filter { $0.count > 2 }
        guard wide.count >= 2, wide.count * 2 >= rows.count else { return false }
        return wide.contains { row in row.count { HeaderWords.label(TableText.folded($0.unicodeScalars)) != nil } >= 2 }
    }

    /// Whether a title of one of the nine tables stands in the first rows.
    static func hasTitle(_ bytes: [UInt8]) -> Bool {
        rows(Array(bytes.prefix(1 << 16)), limit: 12).contains { row in
            row.contains { TableTitles.kind(TableText.folded($0.unicodeScalars)) != nil }
        }
    }

    /// The content of a table in UTF-8.
    ///
    /// - Throws: ``ReadError`` for more cells than the limit.
    static func content(of bytes: [UInt8], file: String, limits: ReadLimits) throws(ReadError) -> DocumentContent {
        var cells: [CellTable.Cell] = []
        for (row, texts) in rows(bytes, limit: limits.cells).enumerated() {
            for (column, text) in texts.enumerated() {
                let text = TableText.trimmed(text)
                if !text.isEmpty { cells.append(CellTable.Cell(text: text, row: row, column: column)) }
            }
            guard cells.count <= limits.cells else {
                throw ReadError(
                    .data, file: file, place: Bilingual("第 \(row + 1) 行", "row \(row + 1)"),
                    problem: Bilingual("单元格超过 \(limits.cells) 个", "it has more than \(limits.cells) cells"),
                    expected: Bilingual("一份公开文件的表", "the tables of one disclosure"),
                    remedy: Bilingual("请核对文件内容", "check what the file is"))
            }
        }
        return BlockContent.content(of: [.table(CellTable(cells: cells))])
    }

    private static func rows(_ bytes: [UInt8], limit: Int) -> [[String]] {
        // A title may stand over the rows, so that the first row alone does not tell the separator.
        var scanner = CSVScanner(bytes, delimiter: CSVDialect.delimiter(in: bytes.prefix(8192)))
        var cells: [CSVScanner.Cell] = []
        var rows: [[String]] = []
        while rows.count < limit, (try? scanner.next(into: &cells)) == true {
            rows.append(cells.map { scanner.text(of: $0) })
        }
        return rows
    }
}
