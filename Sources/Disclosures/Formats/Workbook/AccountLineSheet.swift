import Interchange

/// Account lines in a workbook: sheets whose header is that of the interface, as the CSV they would be saved as.
enum AccountLineSheet {
    /// The visible sheets that hold account lines; none where a sheet holds anything else.
    static func csv(of workbook: Workbook, columns: AccountLineColumnMap?) -> [(sheet: String, bytes: [UInt8])] {
        let sheets = workbook.sheets.filter { !$0.isHidden && !$0.cells.isEmpty }
        let read = sheets.map { (sheet: $0.name, bytes: csv(of: $0)) }
        return read.allSatisfy { AccountLineCSVReader.recognizes(utf8: $0.bytes, columns: columns) } ? read : []
    }

    /// A sheet as CSV, each row on the line of its number.
    private static func csv(of sheet: WorkbookSheet) -> [UInt8] {
        var text = ""
        var row = 1
        for cells in sheet.rows {
            guard let first = cells.first else { continue }
            while row < first.row {
                text += "\n"
                row += 1
            }
            var column = 1
            for cell in cells {
                while column < cell.column {
                    text += ","
                    column += 1
                }
                text += field(cell)
            }
            text += String(repeating: ",", count: max(0, width(sheet) - column)) + "\n"
            row += 1
        }
        return Array(text.utf8)
    }

    private static func width(_ sheet: WorkbookSheet) -> Int { sheet.cells.map(\.column).max() ?? 1 }

    private static func field(_ cell: WorkbookCell) -> String {
        let text =
            cell.scale > 0 ? cell.number.map { WorkbookNumber.shifted($0, by: cell.scale) } ?? cell.text : cell.text
        guard text.contains(where: { ",\"\n\r".contains($0) }) else { return text }
        return "\"" + text.replacing("\"", with: "\"\"") + "\""
    }
}
