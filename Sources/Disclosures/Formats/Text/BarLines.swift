import OfficialForm

/// A table of a text between bars of which a copy has lost the blank cells: header cells that stand over several columns
/// or tiers are printed once, rows have fewer cells than columns.
///
/// Its cells are read as those of a table between blanks are: by the order of the heads and by sums.
struct BarLines {
    private(set) var heads: [String] = []
    private(set) var rows: [(line: Int, groups: [BlankRow.Group])] = []
    /// The line behind it.
    private(set) var end: Int

    private static let leastHeads = 4
    private static let most = 40

    /// `nil` where no such table begins at a line.
    init?(_ lines: [TextLine], _ folded: [String], from start: Int) {
        end = start
        while end < lines.count, end - start < Self.most, BarTable.isRow(folded[end]) {
            let cells = folded[end].split(separator: "|").map { TableText.trimmed(String($0)) }.filter { !$0.isEmpty }
            let numbers = cells.filter(StatedCell.isNumber)
            if CellHeader.numbersColumns(["栏次"] + cells) || CellHeader.numbersColumns(cells) {
                end += 1
                continue
            }
            let words = cells.filter { !StatedCell.isNumber($0) && !TableText.isBlank($0) }
            // A row has at most its label before its numbers; a number behind heads stands in a column that has no tiers.
            if words.count <= 1, numbers.count > 1 {
                guard words.first.map({ cells.first == $0 }) ?? true else { return nil }
                rows.append((end, [BlankRow.Group(label: words.first ?? "", numbers: numbers)]))
            } else if rows.isEmpty {
                heads += words
                if !numbers.isEmpty { rows.append((end, [BlankRow.Group(label: "", numbers: numbers)])) }
            } else {
                break
            }
            end += 1
        }
        // Only the costs stand in one order in all tables; of others a header with lost cells does not say the columns.
        let numbers = rows.map {
            $0.groups.flatMap(\.numbers).compactMap { StatedCell($0)?.number.digits(withDecimals: 4) }
        }
        guard heads.count >= Self.leastHeads, !rows.isEmpty, CostColumns(heads, rows: numbers) != nil else {
            return nil
        }
    }
}
