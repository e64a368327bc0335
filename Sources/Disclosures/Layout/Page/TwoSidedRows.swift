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
        amounts = leaves.filter { leaf in
            switch leaf.label {
            case .role, .lineNumber, .subtotal: true
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

    /// Adds both sides to a grid.
    func fill(_ grid: inout TableGrid) {
        let left = amounts.filter { $0.box.centerX < split }
        let right = amounts.filter { $0.box.centerX >= split }
        fill(&grid, leaves: left, group: 0) { $0.centerX < split }
        fill(&grid, leaves: right, group: 1) { $0.xMin >= split }
    }

    private func fill(
        _ grid: inout TableGrid, leaves: [PDFTableHeader.Leaf], group: Int, isMine: (WordBox) -> Bool
    ) {
        let first = grid.columns.count
        grid.columns.append(TableGrid.Column(kind: .label, header: "项目", group: group))
        grid.columns += leaves.map { leaf in
            TableGrid.Column(
                kind: ColumnRoles.kind(leaf.roofs + [leaf.label], in: grid.kind), header: leaf.header, group: group)
        }
        for index in grid.rows.indices {
            grid.rows[index].cells += Array(repeating: "", count: grid.columns.count - grid.rows[index].cells.count)
        }
        let mine = builder.body.map { line in
            VisualLine(words: line.words.filter(isMine), page: line.page)
        }.filter { !$0.words.isEmpty }
        let fit = ColumnFit(
            mine.flatMap(\.words).filter { TableText.isNumber($0.scalars) },
            blanks: mine.flatMap(\.words).filter(\.isBlankSign), headers: leaves.map(\.box))
        for label in LabelledRows.rows(of: mine) {
            var cells = Array(repeating: "", count: grid.columns.count)
            cells[first] = label.text
            for word in label.numbers {
                guard let position = fit.column(of: word), position < leaves.count else { continue }
                cells[first + 1 + position] += TableText.compact(word.scalars)
            }
            grid.rows.append(TableGrid.Row(cells: cells, page: label.page, confidence: label.confidence))
        }
    }
}
