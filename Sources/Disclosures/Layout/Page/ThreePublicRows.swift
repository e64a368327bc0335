import OfficialForm

/// Rebuilds the table of the three public costs: their parts as columns, or one under another.
struct ThreePublicRows {
    private let builder: PDFTableBuilder
    private let leaves: [PDFTableHeader.Leaf]

    init(_ builder: PDFTableBuilder) {
        self.builder = builder
        leaves = ThreePublicHeader(builder.header.cells).leaves
    }

    /// Adds the rows to a grid.
    func fill(_ grid: inout TableGrid) {
        let isList = !leaves.contains { leaf in
            (leaf.roofs + [leaf.label]).contains { if case .threePublic = $0 { true } else { $0 == .subtotal } }
        }
        if isList { fillList(&grid) } else { fillColumns(&grid) }
    }

    private func fit() -> ColumnFit {
        let words = builder.body.flatMap(\.words)
        return ColumnFit(
            words.filter { TableText.isNumber($0.scalars) }, blanks: words.filter(\.isBlankSign),
            headers: leaves.map(\.box))
    }

    private func label(_ line: VisualLine) -> String {
        line.words.filter { !TableText.isNumber($0.scalars) && !$0.isBlankSign }.map { TableText.compact($0.scalars) }
            .joined()
    }

    private func confidence(_ line: VisualLine) -> Double? {
        line.words.compactMap(\.confidence).min().map(Double.init)
    }

    // MARK: Parts as columns

    private func fillColumns(_ grid: inout TableGrid) {
        let fit = fit()
        grid.columns = [TableGrid.Column(kind: .label, header: "")]
        grid.columns += leaves.map { leaf in
            TableGrid.Column(kind: ColumnRoles.kind(leaf.roofs + [leaf.label], in: .threePublic), header: leaf.header)
        }
        for line in builder.body where line.words.contains(where: { TableText.isNumber($0.scalars) }) {
            var cells = Array(repeating: "", count: grid.columns.count)
            let label = label(line)
            cells[0] = label.isEmpty ? "合计" : label
            for word in line.words where TableText.isNumber(word.scalars) {
                guard let column = fit.column(of: word), column < leaves.count else { continue }
                cells[1 + column] += TableText.compact(word.scalars)
            }
            grid.rows.append(TableGrid.Row(cells: cells, page: line.page, confidence: confidence(line)))
        }
    }

    // MARK: Parts one under another

    /// The rows become one, with the columns that the other form has.
    private func fillList(_ grid: inout TableGrid) {
        let fit = fit()
        let isBudget = leaves.map { leaf in
            leaf.label == .role(.budget) || leaf.label == .role(.adjustedBudget)
        }
        grid.columns = [TableGrid.Column(kind: .label, header: "项目")]
        var cells = ["合计"]
        var page: Int?
        var least: Double?
        for row in LabelledRows.rows(of: builder.body) {
            // Under the costs some forms count vehicles and visitors.
            if row.text.contains("相关统计数") || row.text.contains("国有资产占用") { break }
            guard let part = Self.part(row.text) else { continue }
            for word in row.numbers {
                guard let column = fit.column(of: word), column < leaves.count else { continue }
                let roofs: [HeaderLabel] = [.threePublic(part), .role(isBudget[column] ? .budget : .amount)]
                grid.columns.append(
                    TableGrid.Column(kind: ColumnRoles.kind(roofs, in: .threePublic), header: row.text))
                cells.append(TableText.compact(word.scalars))
                page = page ?? row.page
                least = [least, row.confidence].compactMap(\.self).min()
            }
        }
        if cells.count > 1 { grid.rows = [TableGrid.Row(cells: cells, page: page, confidence: least)] }
    }

    private static func part(_ label: String) -> HeaderLabel.ThreePublicPart? {
        if label.contains("国内") || label.contains("国（境）外") || label.contains("外事") { return nil }
        if label.contains("出国") { return .abroad }
        if label.contains("车") {
            let buys = label.contains("购置")
            let runs = label.contains("运行") || label.contains("维护")
            return buys && runs ? .vehicles : buys ? .purchase : runs ? .running : nil
        }
        if label.contains("接待") { return .reception }
        let bare = label.filter { !$0.isWhitespace && !"一、1.".contains($0) }
        return ["合计", "总计"].contains(bare) || bare.contains("三公") ? .total : nil
    }
}
