import Disclosures
import Platform

extension WorkbookCells {
    /// The cells of a sheet that was read from a file.
    package init(_ sheet: WorkbookSheet) {
        var rows: [[Cell]] = []
        for row in sheet.rows {
            guard let number = row.first?.row, let width = row.last?.column, number > rows.count else { continue }
            rows += Array(repeating: [], count: number - rows.count - 1)
            var cells = Array(repeating: Cell(""), count: width)
            for cell in row { cells[cell.column - 1] = Cell(cell.text, isFormula: cell.isFormula) }
            rows.append(cells)
        }
        self.init(name: sheet.name, rows: rows)
    }
}

extension EditedDraft {
    /// Reads a workbook (.xlsx) that ``DraftWorkbook`` wrote and a person edited.
    ///
    /// - Throws: `ReadError`, with the cell where the workbook is at fault.
    package init(file: String) throws(ReadError) {
        try self.init(WorkbookReader().read(file: file).sheets.map(WorkbookCells.init), file: file)
    }
}
