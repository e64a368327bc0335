import OfficialForm

/// Finds why indicators were missed: in the table of missed indicators, and in sentences that name them.
struct MissedIndicators {
    private let text: CellText
    private let range: Range<Int>

    init(_ text: CellText, in range: Range<Int>) {
        self.text = text
        self.range = range
    }

    /// Gives every indicator that lost marks the reason the report states.
    func explain(_ indicators: inout [Indicator]) {
        let missed = indicators.indices.filter { indicators[$0].isUnmet == true && indicators[$0].reason == nil }
        guard !missed.isEmpty else { return }
        explainFromTable(&indicators, missed)
        for index in missed where indicators[index].reason == nil {
            indicators[index].reason = reasonInSentence(indicators[index].name)
        }
    }

    // MARK: Table

    private func explainFromTable(_ indicators: inout [Indicator], _ missed: [Int]) {
        guard let table = tableRange() else { return }
        var rows: [(index: Int, start: Int)] = []
        for index in missed {
            if let start = cell(indicators[index].name, in: table) { rows.append((index, start)) }
        }
        rows.sort { $0.start < $1.start }
        var last: String?
        for (place, row) in rows.enumerated() {
            let end = place + 1 < rows.count ? rows[place + 1].start : table.upperBound
            let name = TableText.folded(indicators[row.index].name.unicodeScalars)
            let reason = reason(in: row.start + name.unicodeScalars.count..<end, of: indicators[row.index])
            // A reason that several rows share is printed once.
            indicators[row.index].reason = reason ?? last
            last = indicators[row.index].reason
        }
    }

    /// Where a name stands as a cell, not in the words of another row's reason.
    private func cell(_ name: String, in table: Range<Int>) -> Int? {
        let name = TableText.folded(name.unicodeScalars)
        var search = table.lowerBound
        while let start = text.firstIndex(of: name, in: search..<table.upperBound) {
            let end = start + name.unicodeScalars.count
            let begins = text.breaks[start] != .none || (start > 0 && text.scalars[start - 1] == "。")
            if begins, end < table.upperBound, text.breaks[end] != .none { return start }
            search = start + 1
        }
        return nil
    }

    /// The table headed 指标名称 目标值 完成值 未完成原因.
    private func tableRange() -> Range<Int>? {
        guard let start = Self.headers.compactMap({ text.firstIndex(of: $0, in: range) }).min() else { return nil }
        var position = start
        while position < range.upperBound {
            if text.breaks[position] == .line, isHeading(at: position) { break }
            position += 1
        }
        return start + 4..<position
    }

    private static let headers = ["指标名称目标值完成值", "指标名称年初目标值", "指标名称目标值实际"]

    private func isHeading(at position: Int) -> Bool {
        guard let mark = OutlineMark(in: text.scalars, at: position) else { return false }
        // 3起 begins a cell, 3、 a heading.
        return mark.level <= 3
    }

    private func reason(in range: Range<Int>, of indicator: Indicator) -> String? {
        var start = range.lowerBound
        let target = TableText.folded(indicator.target.text.unicodeScalars)
        let actual = TableText.folded(indicator.actual.text.unicodeScalars)
        if text.hasPrefix(target, at: start) {
            start += target.unicodeScalars.count
        } else if let word = text.words(in: start..<range.upperBound).first {
            start = word.range.upperBound
        }
        if text.hasPrefix(actual, at: start) {
            start += actual.unicodeScalars.count
        } else if let word = text.words(in: start..<range.upperBound).first {
            start = word.range.upperBound
        }
        guard start < range.upperBound else { return nil }
        let words = withoutRests(start..<range.upperBound)
        return words.count >= 4 ? words : nil
    }

    /// Drops what stands between the reason and the next name: a repeated header, names of levels, targets.
    private func withoutRests(_ range: Range<Int>) -> String {
        var end = range.upperBound
        if let header = text.firstIndex(of: "二级指标指标名称", in: range) { end = header }
        for target in 1...9 {
            if let next = text.firstIndex(of: "年度目标\(target)", in: range.lowerBound..<end) { end = next }
        }
        if let header = text.firstIndex(of: "目标指标名称", in: range.lowerBound..<end) { end = header }
        for position in range.lowerBound..<end where text.breaks[position] == .line {
            if let (_, level) = IndicatorLevel.match(text, at: position, end: end), level.upperBound == end {
                end = position
                break
            }
        }
        var words = text.quote(range.lowerBound..<end)
        for opening in ["主要原因为", "主要原因是", "原因为", "原因是"] where words.opens(with: opening) {
            words.removeFirst(opening.count)
        }
        while words.closes(with: "。") || words.closes(with: "；") { words.removeLast() }
        return words
    }

    // MARK: Sentence

    /// The words behind 原因为 in the sentence that names an indicator in quotation marks.
    private func reasonInSentence(_ name: String) -> String? {
        let quoted = "\"" + TableText.folded(name.unicodeScalars) + "\""
        guard let start = text.firstIndex(of: quoted, in: range) else { return nil }
        let end = text.firstIndex(of: "。", in: start..<range.upperBound) ?? range.upperBound
        for words in ["原因为", "原因是", "原因:", "主要是由于", "由于"] {
            guard let found = text.firstIndex(of: words, in: start..<end) else { continue }
            let from = found + words.unicodeScalars.count
            // Another indicator may be named between.
            if text.firstIndex(of: "；", in: start..<found) != nil { continue }
            return from < end ? text.quote(from..<end) : nil
        }
        return nil
    }
}
