/// The cells of one sheet as a reader of workbooks hands them over.
package struct WorkbookCells: Hashable, Sendable {
    /// One cell.
    package struct Cell: Hashable, Sendable {
        /// The value as text; numbers with every digit of the file and a decimal point.
        package let text: String
        /// Whether the value is computed by a formula.
        package let isFormula: Bool

        package init(_ text: String, isFormula: Bool = false) {
            self.text = text
            self.isFormula = isFormula
        }
    }

    /// The name on the sheet's tab.
    package let name: String
    /// The rows from the first, each from its first column; rows may differ in length.
    package let rows: [[Cell]]

    /// The cell at a place; an empty one outside of what the sheet holds.
    func cell(_ row: Int, _ column: Int) -> Cell {
        guard rows.indices.contains(row), rows[row].indices.contains(column) else { return Cell("") }
        return rows[row][column]
    }
}
