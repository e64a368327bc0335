import OfficialForm

/// Rebuilds the table of the three public costs: their parts as columns, or one under another.
struct ThreePublicRows {
    private let builder: PDFTableBuilder
    private let leaves: [PDFTableHeader.Leaf]

    init(_ builder: PDFTableBuilder) {
        self.builder = builder
        leaves = ThreePublicHeader(builder.header.cells).leaves
    }

    /// The cells of the table.
    func cells() -> CellRows {
        let isList = !leaves.contains { leaf in
            (leaf.roofs + [leaf.label]).contains { if case .threePublic = $0 { true } else { $0 == .subtotal } }
        }
        let words = builder.body.flatMap(\.words)
        let fit = ColumnFit(
            words.filter { TableText.isNumber($0.scalars) }, blanks: words.filter(\.isBlankSign),
            headers: leaves.map(\.box))
        var cells = CellRows([isList ? ["项目"] : []] + leaves.map(\.words), page: builder.header.page)
        for row in isList ? LabelledRows.rows(of: builder.body) : builder.body.compactMap(self.row) {
            row.add(to: &cells, fit, at: 0, columns: leaves.count)
        }
        return cells
    }

    /// A line of amounts under the parts; without a label it is the total.
    private func row(_ line: VisualLine) -> LabelledRows.Row? {
        let numbers = line.words.filter { TableText.isNumber($0.scalars) }
        guard !numbers.isEmpty else { return nil }
        let label = line.words.filter { !TableText.isNumber($0.scalars) && !$0.isBlankSign }
        let text = label.map { TableText.compact($0.scalars) }.joined()
        return LabelledRows.Row(
            text: text.isEmpty ? "合计" : text, top: line.centerY, bottom: line.centerY, page: line.page,
            numbers: numbers, confidence: line.words.compactMap(\.confidence).min().map(Double.init))
    }
}
