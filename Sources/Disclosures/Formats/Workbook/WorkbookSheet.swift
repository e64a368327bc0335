/// One sheet of a workbook.
public struct WorkbookSheet: Hashable, Sendable {
    /// Rows and columns that are merged into one cell, each counted from 1.
    public struct MergedRange: Hashable, Sendable {
        /// The rows.
        public var rows: ClosedRange<Int>
        /// The columns.
        public var columns: ClosedRange<Int>

        /// Creates a range.
        public init(rows: ClosedRange<Int>, columns: ClosedRange<Int>) {
            self.rows = rows
            self.columns = columns
        }
    }

    /// The name on the tab.
    public var name: String
    /// Whether the tab is hidden.
    public var isHidden = false
    /// The cells that hold something, row by row, each row from left to right.
    public var cells: [WorkbookCell] = []
    /// Merged cells.
    public var merged: [MergedRange] = []
    /// The numbers of hidden rows that hold something.
    public var hiddenRows: Set<Int> = []
    /// The hidden columns.
    public var hiddenColumns: [ClosedRange<Int>] = []
    /// The cells with a formula whose value was never stored, as `C7`.
    public var formulasWithoutValue: [String] = []

    /// The cells of each row that holds any, in order.
    public var rows: [ArraySlice<WorkbookCell>] {
        cells.chunked { $0.row == $1.row }
    }

    /// Whether a column is hidden.
    public func isHidden(column: Int) -> Bool { hiddenColumns.contains { $0.contains(column) } }
}

extension Array {
    /// Stretches of neighbours that belong together.
    func chunked(_ belong: (Element, Element) -> Bool) -> [ArraySlice<Element>] {
        var result: [ArraySlice<Element>] = []
        var start = 0
        for index in indices where index > 0 && !belong(self[index - 1], self[index]) {
            result.append(self[start..<index])
            start = index
        }
        if start < count { result.append(self[start...]) }
        return result
    }
}
