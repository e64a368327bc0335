/// Gathers the cells of a table on a page: the words over each column, and rows under them.
struct CellRows {
    private var cells: [CellTable.Cell] = []
    private let headerRows: Int
    private var next: Int
    /// Numbers that stand under no column.
    private(set) var loose: [LooseNumber] = []

    /// Begins a table with its header.
    ///
    /// - Parameters:
    ///   - paths: for each column the words over it, from the widest tier down; none for a column without header.
    ///   - page: the page of the header.
    init(_ paths: [[String]], page: Int?) {
        headerRows = paths.map(\.count).max() ?? 0
        next = headerRows
        for (column, path) in paths.enumerated() {
            for (tier, text) in path.enumerated() {
                // The lowest cell reaches down to the first row.
                let height = tier + 1 == path.count ? headerRows - tier : 1
                cells.append(CellTable.Cell(text: text, row: tier, column: column, height: height, page: page))
            }
        }
    }

    /// Adds a row.
    ///
    /// - Parameter texts: the words of each column; blank ones and columns left out are blank cells.
    mutating func add(_ texts: [Int: String], page: Int, confidence: Double?) {
        for (column, text) in texts where !text.isEmpty {
            cells.append(
                CellTable.Cell(text: text, row: next, column: column, page: page, confidence: confidence))
        }
        next += 1
    }

    /// Keeps a number that stands under no column, which is then said.
    mutating func add(loose text: String, beside label: String, page: Int) {
        loose.append(LooseNumber(text: text, label: label, page: page))
    }

    /// The table.
    var table: CellTable { CellTable(cells: cells, headerRows: headerRows) }
}
