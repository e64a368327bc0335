/// Rows that are known by their labels, which may be wrapped; numbers go to the label they stand beside.
enum LabelledRows {
    /// A label with the numbers that stand at its height.
    struct Row {
        var text: String
        var top: Float
        var bottom: Float
        var page: Int
        var numbers: [WordBox] = []
        var confidence: Double?

        /// Adds the row to a table: the label in one column, each number in the one it stands in behind it.
        func add(to cells: inout CellRows, _ fit: ColumnFit, at first: Int, columns: Int) {
            var texts = [first: text]
            for word in numbers {
                let number = TableText.compact(word.scalars)
                guard let position = fit.column(of: word), position < columns else {
                    cells.add(loose: number, beside: text, page: page)
                    continue
                }
                texts[first + 1 + position, default: ""] += number
            }
            cells.add(texts, page: page, confidence: confidence)
        }
    }

    /// The rows of some lines, from top to bottom.
    static func rows(of lines: [VisualLine]) -> [Row] {
        var rows: [Row] = []
        for line in lines {
            let words = line.words.filter { !isNumber($0) && !$0.isBlankSign }
            guard let first = words.first else { continue }
            let text = words.map { TableText.compact($0.scalars) }.joined()
            if let last = rows.last, continues(last, text, first, on: line) {
                rows[rows.count - 1].text += text
                if last.page == line.page { rows[rows.count - 1].bottom = line.centerY }
            } else {
                rows.append(Row(text: text, top: line.centerY, bottom: line.centerY, page: line.page))
            }
        }
        for line in lines {
            for word in line.words where isNumber(word) { give(word, page: line.page, to: &rows) }
        }
        return rows
    }

    private static func isNumber(_ word: WordBox) -> Bool {
        TableText.isNumber(word.scalars) && !word.isItemNumber
    }

    /// Whether a line goes on with the label above it: it has no number of its own, begins no row, and stands close.
    private static func continues(_ last: Row, _ text: String, _ word: WordBox, on line: VisualLine) -> Bool {
        if FormLabels.begins(with: TableText.folded((last.text + text).unicodeScalars)) {
            return isNear(last, word, on: line)
        }
        guard OutlineMark(in: Array(TableText.folded(text.unicodeScalars).unicodeScalars), at: 0) == nil,
            !beginsRow(text)
        else { return false }
        return isNear(last, word, on: line)
    }

    private static func isNear(_ last: Row, _ word: WordBox, on line: VisualLine) -> Bool {
        // A row that a page break cut in two has its figures above the break.
        guard last.page == line.page else { return line.words.count == 1 }
        return word.centerY - last.bottom < 1.7 * word.height
    }

    private static func beginsRow(_ text: String) -> Bool {
        let words = [
            "本年收入", "本年支出", "使用非财政", "用事业基金", "年初", "年末", "上年", "结余分配", "总计", "合计", "收入总计", "支出总计",
            "其中", "基本支出", "项目支出", "结转", "一般公共预算", "政府性基金", "国有资本", "人员经费", "公用经费", "上缴", "经营", "对附属",
            "交纳", "提取", "小计",
        ]
        return words.contains { text.opens(with: $0) }
    }

    private static func give(_ word: WordBox, page: Int, to rows: inout [Row]) {
        let nearest = rows.indices.filter { rows[$0].page == page }.min { left, right in
            distance(rows[left], word) < distance(rows[right], word)
        }
        guard let nearest, distance(rows[nearest], word) < word.height * 1.5 else { return }
        rows[nearest].numbers.append(word)
        if let confidence = word.confidence {
            rows[nearest].confidence = min(rows[nearest].confidence ?? 1, Double(confidence))
        }
    }

    private static func distance(_ row: Row, _ word: WordBox) -> Float {
        abs((row.top + row.bottom) / 2 - word.centerY)
    }
}
