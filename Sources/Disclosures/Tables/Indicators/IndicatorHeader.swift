/// The header of a table of indicators: which of its columns holds what, in whatever order they stand.
struct IndicatorHeader: Hashable, Sendable {
    /// What each column of the table holds; of two with the same words only the first counts.
    let columns: [IndicatorColumn]
    /// The row under the header.
    let body: Int
    /// Whether it heads the missed indicators of a report, with reasons and without marks.
    let listsMissed: Bool

    /// Headers have few tiers; a cell that claims more is none.
    private static let mostTiers = 4

    /// The header that begins at a row; `nil` for any other row.
    init?(_ table: CellTable, at row: Int) {
        let cells = table.row(row)
        guard cells.count > 2, cells.contains(where: { $0.text.unicodeScalars.contains("指") }) else { return nil }
        var columns: [IndicatorColumn] = Array(repeating: .other, count: table.columnCount)
        var found: Set<IndicatorColumn> = []
        var end = row + 1
        var tier = row
        while tier < min(end, table.rowCount) {
            for cell in table.row(tier) {
                let column = IndicatorColumn(header: TableText.folded(cell.text.unicodeScalars))
                guard column != .other, cell.height <= Self.mostTiers, found.insert(column).inserted else { continue }
                for place in cell.column..<(cell.column + cell.width) { columns[place] = column }
                if tier == row { end = max(end, row + cell.height) }
            }
            tier += 1
        }
        let hasLevels = found.contains(.second) || found.contains(.first)
        let marks = found.contains(.score) && (found.contains(.actual) || found.contains(.target))
        listsMissed = found.isDisjoint(with: [.score, .weight]) && found.isSuperset(of: [.name, .reason])
        let evaluates = marks || hasLevels && found.contains(.actual)
        guard found.contains(.name), evaluates || listsMissed else { return nil }
        self.columns = columns
        body = end
    }

    /// What the column holds that a cell stands in: of a cell over several, the first that holds anything.
    func column(of cell: CellTable.Cell) -> IndicatorColumn {
        columns[cell.column..<min(columns.count, cell.column + cell.width)].first { $0 != .other } ?? .other
    }
}
