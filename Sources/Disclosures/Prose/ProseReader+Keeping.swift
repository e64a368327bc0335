import FinalAccounts
import OfficialForm
import Platform

/// What is kept of numbers and words, and what is left over.
extension ProseReader {
    var isFull: Bool { lines.count + figures.count + diagnostics.count > limit }

    mutating func keep(_ mention: Mention, section: Section, bounds: Range<Int>, isCell: Bool = false) {
        guard !isFull else { return }
        figures.append(
            StatedFigure(
                measure: Measure(mention.topic, mention.aspect), subject: mention.subject, value: mention.value,
                page: text.page(at: mention.range.lowerBound), quote: quote(mention.range, bounds: bounds),
                section: section, range: isCell ? nil : mention.range))
    }

    mutating func keep(_ remark: PlacedRemark, section: Section) {
        let words = Sentence.words(remark.range, in: text)
        guard !words.isEmpty, remarks.count < limit else { return }
        remarks.append(
            Remark(
                kind: remark.kind, topic: remark.topic, subject: remark.subject, words: words,
                page: text.page(at: remark.range.lowerBound), section: section))
    }

    /// Whether a number stands in the sentence of a figure that was placed.
    ///
    /// - Parameter figures: where the figures of the stretch stand, in order.
    func isBeside(_ number: NumberToken, _ figures: [Range<Int>]) -> Bool {
        let next = figures.partitioningIndex { $0.lowerBound > number.range.lowerBound }
        let lower = next > 0 ? figures[next - 1].upperBound : nil
        let upper = next < figures.count ? figures[next].lowerBound : nil
        let before = lower.map { min($0, number.range.lowerBound)..<number.range.lowerBound }
        let behind = upper.map { number.range.upperBound..<max($0, number.range.upperBound) }
        return [before, behind].contains { gap in
            gap.map { $0.count < 200 && !text.scalars[$0].contains("。") } ?? false
        }
    }

    /// Whether a count stands behind words for things that the form counts.
    func speaksOfForm(_ number: NumberToken) -> Bool {
        guard case .counter = number.unit else { return false }
        let words = max(0, number.range.lowerBound - 40)..<number.range.lowerBound
        return Self.countedWords.contains { text.firstIndex(of: $0, in: words) != nil }
    }

    static let countedWords = ["公务用车", "车辆", "用车", "公务接待", "出国"].map { Array($0.unicodeScalars) }

    mutating func leaveOver(_ number: NumberToken, bounds: Range<Int>, isBesideFigures: Bool = false) {
        guard !isFull else { return }
        // In a document with the form's parts percentages and counts of the work done are no figures of the accounts.
        if !number.isOfMoney, !isBesideFigures, !isExcerpt, text.lineStarts.count > PlainTextContent.mostOfExcerpt,
            nouns == .form,
            outline.section(at: bounds.lowerBound).isNarrative, !speaksOfForm(number)
        {
            return
        }
        leaveOver(number.range, bounds: bounds)
    }

    mutating func leaveOver(_ range: Range<Int>, bounds: Range<Int>) {
        diagnostics.append(
            Diagnostic(
                kind: .unplacedFigure, page: text.page(at: range.lowerBound), quote: quote(range, bounds: bounds),
                message: Bilingual(
                    "“\(text.quote(range))”说的不是已知的指标", "'\(text.quote(range))' states no measure this reader knows")))
    }

    /// Leaves over the numbers of rows between bars that no table was made of.
    mutating func leaveOverRows(_ range: Range<Int>) {
        guard text.lineStarts.count <= PlainTextContent.mostOfExcerpt else { return }
        let first = text.lineStarts.partitioningIndex { $0 >= range.lowerBound }
        for index in first..<text.lineStarts.count where text.lineStarts[index] < range.upperBound && !isFull {
            let end = index + 1 < text.lineStarts.count ? text.lineStarts[index + 1] : text.scalars.count
            let row = Array(text.scalars[text.lineStarts[index]..<min(end, range.upperBound)])
            guard row.contains("|") else { continue }
            diagnostics += BareNumbers.diagnostic(row, page: text.page(at: text.lineStarts[index])).map { [$0] } ?? []
        }
    }

    /// Notes the numbers of a table with a cell a line: lines that are a number and nothing else, several of them close
    /// together, in none of the tables that were read.
    mutating func leaveOverLoneNumbers() {
        guard text.lineStarts.count <= PlainTextContent.mostOfExcerpt else { return }
        let ends = text.lineStarts.dropFirst() + [text.scalars.count]
        var lone: [(line: Int, words: String)] = []
        for (index, (start, end)) in zip(text.lineStarts, ends).enumerated()
        where end - start <= Self.longestNumber && !flattened.contains(where: { $0.contains(start) }) {
            let words = String(String.UnicodeScalarView(text.scalars[start..<end]))
            if StatedCell.isNumber(words) { lone.append((index, words)) }
        }
        for (place, number) in lone.enumerated() where !isFull {
            let near = lone.indices.filter { abs(lone[$0].line - number.line) <= Self.nearLines }
            guard near.count >= Self.leastLone else { continue }
            loneNumbers.append(
                Diagnostic(
                    kind: .unplacedFigure, page: text.page(at: text.lineStarts[lone[place].line]), quote: number.words,
                    message: Bilingual(
                        "“\(number.words)”单独成行，所在的表无法分列",
                        "'\(number.words)' stands in a line of its own, in no table whose columns could be told")))
        }
    }

    private static let longestNumber = 16
    private static let nearLines = 6
    private static let leastLone = 2

    func quote(_ range: Range<Int>, bounds: Range<Int>) -> String {
        text.quote(Sentence.range(around: range, in: text, bounds: bounds))
    }
}
