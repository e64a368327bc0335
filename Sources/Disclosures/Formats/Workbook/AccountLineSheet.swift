import Interchange

/// Account lines in a workbook: sheets whose header is that of the interface, as the CSV they would be saved as.
enum AccountLineSheet {
    /// The visible sheets that hold account lines; none where a sheet holds anything else.
    static func csv(of workbook: Workbook, columns: AccountLineColumnMap?) -> [(sheet: String, bytes: [UInt8])] {
        let sheets = workbook.sheets.filter { !$0.isHidden && !$0.cells.isEmpty }
        // The head tells: a workbook of anything else is not written down as CSV first.
        let isOfLines = sheets.allSatisfy {
            AccountLineCSVReader.recognizes(utf8: csv(of: $0, upTo: headRows), columns: columns)
        }
        return isOfLines ? sheets.map { (sheet: $0.name, bytes: csv(of: $0, upTo: .max)) } : []
    }

    /// Captions and blank rows may stand over a header; farther down and farther to the right nobody looks for one.
    private static let headRows = 64
    private static let widest = 256

    /// A sheet as CSV, each row on the line of its number.
    private static func csv(of sheet: WorkbookSheet, upTo lastRow: Int) -> [UInt8] {
        let width = min(widest, sheet.cells.lazy.filter { $0.row <= headRows }.map(\.column).max() ?? 1)
        var text = ByteText()
        var row = 1
        for cells in sheet.rows {
            guard let first = cells.first, first.row <= lastRow else { break }
            text.append(String(repeating: "\n", count: max(0, first.row - row)))
            row = max(row, first.row)
            var column = 1
            for cell in cells where cell.column <= width {
                text.append(String(repeating: ",", count: max(0, cell.column - column)))
                column = max(column, cell.column)
                text.appendField(words(of: cell))
            }
            text.append(String(repeating: ",", count: max(0, width - column)) + "\n")
            row += 1
        }
        return text.buffer
    }

    private static func words(of cell: WorkbookCell) -> String {
        cell.scale > 0 ? cell.number.map { WorkbookNumber.shifted($0, by: cell.scale) } ?? cell.text : cell.text
    }
}
