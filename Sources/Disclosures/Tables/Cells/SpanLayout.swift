/// Lays cells out that say how far they span but not where they stand: each takes the next place that no cell
/// above reaches into.
struct SpanLayout: Sendable {
    /// The cells that hold something, with their places.
    private(set) var cells: [CellTable.Cell] = []
    private var row = -1
    private var column = 0
    /// No table has more columns; what stands beyond is left out, as spans can claim thousands of millions of places.
    private static let mostColumns = 2000

    /// For each column, the first row that no cell above reaches into.
    private var free: [Int] = []

    /// Begins a row.
    mutating func beginRow() {
        row += 1
        column = 0
    }

    /// Adds the next cell of the row.
    mutating func add(_ text: String, height: Int = 1, width: Int = 1) {
        if row < 0 { beginRow() }
        while column < free.count, free[column] > row { column += 1 }
        guard column < Self.mostColumns else { return }
        let width = min(width, Self.mostColumns - column)
        let text = TableText.trimmed(text)
        if !text.isEmpty {
            cells.append(CellTable.Cell(text: text, row: row, column: column, height: height, width: width))
        }
        let end = column + width
        if free.count < end { free += Array(repeating: 0, count: end - free.count) }
        for index in column..<end { free[index] = row + height }
        column = end
    }

    /// Leaves places of the row out, as before its first cell.
    mutating func skip(_ count: Int) { column += count }
}
