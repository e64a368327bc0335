/// The columns of a word processor's table, slivers left out.
///
/// Where the edges of cells in two rows miss each other by the width of a rule, programs make a column of what lies
/// between, and a cell of one row reaches over it while that of another does not. Columns so narrow hold nothing;
/// cells then stand in the columns that a reader sees.
struct WordGrid {
    /// The widths of the columns in twentieths of a point, as the table states them.
    var widths: [Int] = []
    /// 3 pt: no column with a word in it is as narrow.
    private static let sliver = 60

    /// Cells in the columns that are no slivers.
    func seen(_ cells: [CellTable.Cell]) -> [CellTable.Cell] {
        guard widths.contains(where: { $0 < Self.sliver }), widths.contains(where: { $0 >= Self.sliver }) else {
            return cells
        }
        let places = places()
        func place(_ edge: Int) -> Int {
            edge < places.count ? places[edge] : (places.last ?? 0) + edge - (places.count - 1)
        }
        let seen = cells.map { cell in
            var cell = cell
            let end = place(cell.column + cell.width)
            cell.column = place(cell.column)
            cell.width = end - cell.column
            return cell
        }
        // Widths that the table states wrongly tell nothing.
        return seen.allSatisfy { $0.width > 0 } ? seen : cells
    }

    /// For each edge of the stated columns, how many columns that are no slivers lie before it.
    private func places() -> [Int] {
        var places = [0]
        for width in widths { places.append((places.last ?? 0) + (width < Self.sliver ? 0 : 1)) }
        return places
    }
}
