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
        let numbers = NumberColumns(mine.flatMap(\.words).filter { TableText.isNumber($0.scalars) })
        let fitted = numbers.fitted(to: leaves.map(\.box))
        for label in labels(mine) {
            var cells = Array(repeating: "", count: grid.columns.count)
            cells[first] = label.text
            for word in label.numbers {
                guard let column = numbers.index(of: word), let position = fitted[column] else { continue }
                cells[first + 1 + position] += TableText.compact(word.scalars)
            }
            grid.rows.append(TableGrid.Row(cells: cells, page: label.page, confidence: label.confidence))
        }
    }

    // MARK: Labels

    /// A label with the numbers that stand at its height.
    private struct Label {
        var text: String
        var top: Float
        var bottom: Float
        var page: Int
        var numbers: [WordBox] = []
        var confidence: Double?
    }

    private func labels(_ lines: [VisualLine]) -> [Label] {
        var labels: [Label] = []
        var right: Float = 0
        for line in lines {
            let words = line.words.filter {
                !TableText.isNumber($0.scalars) && !TableText.isBlank(TableText.folded($0.scalars))
            }
            guard let first = words.first else { continue }
            let text = words.map { TableText.compact($0.scalars) }.joined()
            right = max(right, words.map(\.xMax).max() ?? 0)
            if let last = labels.last, last.page == line.page, continues(last, text, first, right: right) {
                labels[labels.count - 1].text += text
                labels[labels.count - 1].bottom = line.centerY
            } else {
                labels.append(Label(text: text, top: line.centerY, bottom: line.centerY, page: line.page))
            }
        }
        for line in lines {
            for word in line.words where TableText.isNumber(word.scalars) { give(word, page: line.page, to: &labels) }
        }
        return labels
    }

    /// Whether a line goes on with the label above it: it has no number of its own, is no total, and stands close.
    private func continues(_ last: Label, _ text: String, _ word: WordBox, right: Float) -> Bool {
        guard OutlineMark(in: Array(TableText.folded(text.unicodeScalars).unicodeScalars), at: 0) == nil,
            !Self.beginsRow(text)
        else { return false }
        return word.centerY - last.bottom < 1.7 * word.height
    }

    private static func beginsRow(_ text: String) -> Bool {
        let words = [
            "本年收入", "本年支出", "使用非财政", "用事业基金", "年初", "年末", "上年", "结余分配", "总计", "合计", "收入总计", "支出总计",
            "其中", "基本支出", "项目支出", "结转", "一般公共预算", "政府性基金", "国有资本", "人员经费", "公用经费", "上缴", "经营", "对附属",
            "交纳", "提取", "小计",
        ]
        return words.contains { text.hasPrefix($0) }
    }

    private func give(_ word: WordBox, page: Int, to labels: inout [Label]) {
        let nearest = labels.indices.filter { labels[$0].page == page }.min { left, right in
            distance(labels[left], word) < distance(labels[right], word)
        }
        guard let nearest, distance(labels[nearest], word) < word.height * 1.5 else { return }
        labels[nearest].numbers.append(word)
        if let confidence = word.confidence {
            labels[nearest].confidence = min(labels[nearest].confidence ?? 1, Double(confidence))
        }
    }

    private func distance(_ label: Label, _ word: WordBox) -> Float {
        abs((label.top + label.bottom) / 2 - word.centerY)
    }
}
