import FinalAccounts
import OfficialForm
import Platform

/// Reads the rows of an indicator table from the words a copied table leaves.
///
/// A row is known by its end: the mark it got, a bare number that closes a line. What stands before the mark in
/// parentheses is its name; names of levels before that hold until the next.
struct IndicatorRows {
    /// What the table's header says of its columns.
    struct Columns: Hashable, Sendable {
        /// Where the full mark stands, when it has a column of its own.
        enum Weight: Hashable, Sendable {
            case inName, beforeTarget, beforeScore
        }

        var weight = Weight.inName
        /// Whether a column of reasons stands behind the scores.
        var hasReasons = false
    }

    let text: CellText
    let columns: Columns
    private var position: Int
    private let end: Int
    private var first: String?
    private var second: String?
    private(set) var indicators: [Indicator] = []

    init(_ text: CellText, in range: Range<Int>, columns: Columns) {
        self.text = text
        self.columns = columns
        position = range.lowerBound
        end = range.upperBound
    }

    /// Reads rows until the words fit none.
    ///
    /// - Returns: where the rows end.
    mutating func read() -> Int {
        while position < end {
            skipRests()
            takeLevels()
            guard position < end, takeRow() else { break }
        }
        return position
    }

    /// What is left of the table where its words fitted no row, if a mark stands among them.
    func rest() -> Diagnostic? {
        guard position < end,
            text.words(in: position..<end).contains(where: { MarkText.bare(text.folded($0.range)) != nil })
        else { return nil }
        return Diagnostic(
            kind: .unplacedFigure, page: text.page(at: position), quote: text.quote(position..<min(end, position + 60)),
            message: Bilingual(
                "自此以下的指标表无法分列", "from here on a copied table of indicators could not be parted into its columns"))
    }

    // MARK: Levels

    /// Passes over what a page break cut off cells: closing words, marks of the row above, the group's cell.
    private mutating func skipRests() {
        var passed = true
        while passed, position < end {
            passed = false
            if text.hasPrefix("分)", at: position) {
                position += 2
                passed = true
            }
            for group in ["项目年度绩效指标", "年度绩效指标", "项目绩效指标"] where text.hasPrefix(group, at: position) {
                position += group.unicodeScalars.count
                passed = true
            }
            while let mark = MarkText.parenthesized(text, at: position, end: end) {
                if let last = indicators.indices.last, indicators[last].weight == nil || marksTaken > 0 {
                    indicators[last].weight = mark.mark
                    marksTaken += 1
                }
                position = mark.end
                passed = true
            }
        }
        marksTaken = 0
    }

    /// How many marks in a row stood behind the last indicator; the last of them is its own.
    private var marksTaken = 0

    private mutating func takeLevels() {
        while let (level, range) = IndicatorLevel.match(text, at: position, end: end) {
            position = range.upperBound
            if let mark = MarkText.parenthesized(text, at: position, end: end) { position = mark.end }
            let name = text.quote(range)
            if isFirst(level, name) {
                first = name
                second = nil
            } else {
                second = name
            }
        }
    }

    /// 成本指标 is of the second level under 产出指标, unless one of its own parts follows.
    private func isFirst(_ level: IndicatorLevel, _ name: String) -> Bool {
        switch level {
        case .first: return true
        case .second: return false
        case .either:
            if let next = IndicatorLevel.match(text, at: position, end: end), next.level == .second {
                return text.quote(next.range).holds("成本")
            }
            return first != "产出指标"
        }
    }

    // MARK: Rows

    private mutating func takeRow() -> Bool {
        let words = text.words(in: position..<min(end, position + 240))
        guard let row = columns.weight == .inName ? rowWithMark(words) : rowWithColumn(words) else { return false }
        indicators.append(row.indicator)
        position = row.end
        if columns.hasReasons { takeReason() }
        return true
    }

    /// The rest of the line behind a score.
    private mutating func takeReason() {
        let start = position
        while position < end, text.breaks[position] != .line { position += 1 }
        let words = text.quote(start..<position)
        guard let last = indicators.indices.last, !words.isEmpty, !["无", "/", "-", "—"].contains(words) else { return }
        indicators[last].reason = words
    }

    private typealias Row = (indicator: Indicator, end: Int)

    /// A row whose name ends with its mark in parentheses; a row without one is known by its line.
    private func rowWithMark(_ words: [CellText.Word]) -> Row? {
        let limit = words.last?.range.upperBound ?? position
        let mark = MarkText.first(text, in: position..<limit)
        if let bare = rowOnLine(words), mark.map({ bare.end <= $0.start }) ?? true { return bare }
        guard let mark, mark.start > position else { return nil }
        let values = text.words(in: mark.end..<limit)
        for (index, word) in values.enumerated() where index >= 2 && word.endsLine {
            guard let score = MarkText.bare(text.folded(word.range)), MarkText.isAtMost(score, mark.mark) else {
                continue
            }
            guard let split = TargetAndActual.split(Array(values[..<index]), in: text) else { continue }
            return row(
                name: position..<mark.start, weight: mark.mark, target: values[..<split],
                actual: values[split..<index], score: score, end: word.range.upperBound)
        }
        return nil
    }

    /// A row without a mark in its name: target, result and score stand on one line behind the name.
    private func rowOnLine(_ words: [CellText.Word]) -> Row? {
        for (index, word) in words.enumerated() where index >= 3 && word.endsLine && !word.beginsLine {
            guard let score = MarkText.bare(text.folded(word.range)), !words[index - 1].beginsLine else { continue }
            return row(
                name: position..<words[index - 3].range.upperBound, weight: nil,
                target: words[(index - 2)..<(index - 1)],
                actual: words[(index - 1)..<index], score: score, end: word.range.upperBound)
        }
        return nil
    }

    /// A row with a column for the full mark.
    private func rowWithColumn(_ words: [CellText.Word]) -> Row? {
        columns.weight == .beforeScore ? rowWithMarksLast(words) : rowWithMarkFirst(words)
    }

    /// Name, target, result, full mark, score.
    private func rowWithMarksLast(_ words: [CellText.Word]) -> Row? {
        for index in words.indices.dropFirst(3) {
            guard let weight = MarkText.bare(text.folded(words[index - 1].range)),
                let score = MarkText.bare(text.folded(words[index].range)), MarkText.isAtMost(score, weight)
            else { continue }
            // A target and a result in bare numbers look like marks: the last pair of the line counts.
            if index + 1 < words.count, !words[index + 1].beginsLine,
                MarkText.bare(text.folded(words[index + 1].range)) != nil
            {
                continue
            }
            guard let (start, middle) = valuesStart(words[..<(index - 1)]) else { continue }
            return row(
                name: position..<words[start].range.lowerBound, weight: weight, target: words[start..<middle],
                actual: words[middle..<(index - 1)], score: score, end: words[index].range.upperBound)
        }
        return nil
    }

    /// Name, full mark, target, result, score.
    private func rowWithMarkFirst(_ words: [CellText.Word]) -> Row? {
        guard
            let first = words.indices.dropFirst().first(where: { MarkText.bare(text.folded(words[$0].range)) != nil }),
            let weight = MarkText.bare(text.folded(words[first].range))
        else { return nil }
        for index in words.indices where index >= first + 3 && words[index].endsLine {
            guard let score = MarkText.bare(text.folded(words[index].range)), MarkText.isAtMost(score, weight),
                let split = TargetAndActual.split(Array(words[(first + 1)..<index]), in: text)
            else { continue }
            let middle = first + 1 + split
            return row(
                name: position..<words[first].range.lowerBound, weight: weight, target: words[(first + 1)..<middle],
                actual: words[middle..<index], score: score, end: words[index].range.upperBound)
        }
        return nil
    }

    /// Where target and result begin in words that begin with the name.
    private func valuesStart(_ words: ArraySlice<CellText.Word>) -> (start: Int, middle: Int)? {
        var best: (start: Int, middle: Int, value: Int)?
        for start in words.indices.dropFirst() where words.endIndex - start >= 2 {
            let values = Array(words[start...])
            guard let split = TargetAndActual.split(values, in: text) else { continue }
            var value = TargetAndActual.value(values, split, in: text)
            // The name is one cell: a number inside it belongs to the target.
            if IndicatorTarget(parsing: text.folded(words[start].range)).number != nil { value += 10 }
            value -= 2 * (values.count - 2)
            if value > best?.value ?? .min { best = (start, start + split, value) }
        }
        return best.map { ($0.start, $0.middle) }
    }

    private func row(
        name: Range<Int>, weight: DecimalText?, target: ArraySlice<CellText.Word>, actual: ArraySlice<CellText.Word>,
        score: DecimalText, end: Int
    ) -> Row? {
        let words = text.quote(name)
        guard !words.isEmpty, words.unicodeScalars.count <= 80, !holdsRow(name) else { return nil }
        let indicator = Indicator(
            firstLevel: first, secondLevel: second, name: words, weight: weight,
            target: IndicatorTarget(parsing: quote(target)), actual: IndicatorTarget(parsing: quote(actual)),
            score: score, page: text.page(at: name.lowerBound))
        return (indicator, end)
    }

    /// Whether a row that was not understood stands inside of what would be a name: numbers up to the end of a line.
    private func holdsRow(_ name: Range<Int>) -> Bool {
        let words = text.words(in: name)
        return zip(words, words.dropFirst()).contains { first, second in
            second.endsLine && second.range.upperBound < name.upperBound
                && [first, second].allSatisfy { MarkText.bare(text.folded($0.range)) != nil }
        }
    }

    private func quote(_ words: ArraySlice<CellText.Word>) -> String { words.map { text.quote($0.range) }.joined() }
}
