import FinalAccounts

/// Rebuilds a table with income on the left and expenditure on the right.
struct TwoSidedRows {
    private let builder: PDFTableBuilder
    private let amounts: [PDFTableHeader.Leaf]
    /// Where the labels of the right side begin.
    private let split: Float

    init(_ builder: PDFTableBuilder) {
        self.builder = builder
        let leaves = builder.header.leaves()
        // 本年收入 over 项目 and 预算数 is the name of a side.
        let top = leaves.filter { $0.label == .item }.map(\.box.yMin).min() ?? -.infinity
        amounts = leaves.filter { leaf in
            switch leaf.label {
            case .role, .lineNumber, .subtotal, .detail: leaf.box.yMax > top
            default: false
            }
        }
        let items = leaves.filter { $0.label == .item }.map(\.box.centerX)
        let middle = items.count > 1 ? items[1] : builder.header.cells.map(\.box.xMax).max().map { $0 / 2 } ?? 0
        // The first labels right of the last amount column that stands left of the second 项目.
        let lastLeft = amounts.map(\.box.centerX).filter { $0 < middle }.max() ?? middle
        let labels = builder.body.flatMap(\.words).filter { !TableText.isNumber($0.scalars) && $0.xMin > lastLeft }
        split = (labels.map(\.xMin).min() ?? middle) - 1
    }

    /// Both sides, the rows of the right one under those of the left: their heights differ where labels wrap.
    func cells() -> CellRows {
        let left = amounts.filter { $0.box.centerX < split }
        let right = amounts.filter { $0.box.centerX >= split }
        var cells = CellRows(
            [["项目"]] + left.map(\.words) + [["项目"]] + right.map(\.words), page: builder.header.page)
        add(left, at: 0, to: &cells) { $0.centerX < split }
        add(right, at: left.count + 1, to: &cells) { $0.xMin >= split }
        return cells
    }

    private func add(
        _ leaves: [PDFTableHeader.Leaf], at first: Int, to cells: inout CellRows, isMine: (WordBox) -> Bool
    ) {
        let mine = builder.body.map { line in
            VisualLine(words: line.words.filter(isMine), page: line.page)
        }.filter { !$0.words.isEmpty }
        let fit = ColumnFit(
            mine.flatMap(\.words).filter { TableText.isNumber($0.scalars) && !$0.isItemNumber },
            blanks: mine.flatMap(\.words).filter(\.isBlankSign), headers: leaves.map(\.box))
        for row in LabelledRows.rows(of: mine) {
            row.add(to: &cells, fit, at: first, columns: leaves.count)
        }
    }
}
