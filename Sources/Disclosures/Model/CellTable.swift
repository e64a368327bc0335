/// A table as rows and columns of cells that may span several, whatever form it was found in.
package struct CellTable: Hashable, Sendable, Codable {
    /// A cell that holds something.
    package struct Cell: Hashable, Sendable, Codable {
        /// The words as they stand, blanks at both ends left out.
        package var text: String
        /// The place of its upper left corner, counted from 0.
        package var row: Int
        package var column: Int
        /// How many rows and columns it spans.
        package var height = 1
        package var width = 1
        /// Whether the form holds a number here, not its printed digits: zeros at its end are then not kept.
        package var isNumeric = false
        /// The page; `nil` where the form has none.
        package var page: Int?
        /// How sure recognition is of the words, from 0 to 1; `nil` for text.
        package var confidence: Double?
    }

    /// The sheet's name, in a workbook.
    package var sheet: String?
    /// Whether its cells are known by the rules of a picture.
    package let isRuled: Bool
    /// How many of its first rows are header, where its maker knows; `nil` where the words must tell.
    let headerRows: Int?
    /// The cells row by row, each row from left to right.
    package private(set) var cells: [Cell]
    package private(set) var rowCount: Int
    package private(set) var columnCount: Int
    /// Where the cells of each row begin in ``cells``, and their end.
    private var starts: [Int]
    /// Indices of the cells that span several rows, in order.
    private var tall: [Int]

    init(cells: [Cell], sheet: String? = nil, isRuled: Bool = false, headerRows: Int? = nil) {
        let cells = cells.sorted { ($0.row, $0.column) < ($1.row, $1.column) }
        self.cells = cells
        self.sheet = sheet
        self.isRuled = isRuled
        self.headerRows = headerRows
        rowCount = (cells.map(\.row).max() ?? -1) + 1
        columnCount = cells.map { $0.column + $0.width }.max() ?? 0
        starts = Array(repeating: 0, count: rowCount + 1)
        for cell in cells { starts[cell.row + 1] += 1 }
        for row in 0..<rowCount { starts[row + 1] += starts[row] }
        tall = cells.indices.filter { cells[$0].height > 1 }
    }

    /// The cells whose upper left corner stands in a row, from left to right.
    package func row(_ row: Int) -> ArraySlice<Cell> { cells[starts[row]..<starts[row + 1]] }

    /// The cell that covers a place; `nil` for a blank one.
    package func cell(covering row: Int, _ column: Int) -> Cell? {
        let own = self.row(row).first { $0.column <= column && column < $0.column + $0.width }
        if let own { return own }
        return tall.lazy.map { cells[$0] }.first { cell in
            cell.row < row && row < cell.row + cell.height && cell.column <= column && column < cell.column + cell.width
        }
    }

    /// The table of some of its rows, each at its place.
    func keeping(_ rows: Set<Int>) -> CellTable {
        CellTable(cells: cells.filter { rows.contains($0.row) }, sheet: sheet, isRuled: isRuled)
    }

    /// The same table with other words in its cells.
    func mapping(_ words: (String) -> String) -> CellTable {
        var table = self
        for index in table.cells.indices { table.cells[index].text = words(table.cells[index].text) }
        return table
    }
}
