import FinalAccounts
import OfficialForm

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
    func isBeside(_ number: NumberToken, _ mention: Mention) -> Bool {
        guard mention.topic != .explanation else { return false }
        let (first, last) =
            (mention.range, number.range).0.lowerBound < number.range.lowerBound
            ? (mention.range, number.range) : (number.range, mention.range)
        guard first.upperBound <= last.lowerBound else { return false }
        return !text.scalars[first.upperBound..<last.lowerBound].contains("。")
    }

    /// Whether a count stands in a sentence on things that the form counts.
    func speaksOfForm(_ number: NumberToken, bounds: Range<Int>) -> Bool {
        guard case .counter = number.unit else { return false }
        let sentence = Sentence.range(around: number.range, in: text, bounds: bounds)
        return Self.countedWords.contains { text.firstIndex(of: $0, in: sentence) != nil }
    }

    static let countedWords = ["公务用车", "车辆", "用车", "公务接待", "出国"].map { Array($0.unicodeScalars) }

    mutating func leaveOver(_ number: NumberToken, bounds: Range<Int>, isBesideFigures: Bool = false) {
        guard !isFull else { return }
        // In a document with the form's parts percentages and counts of the work done are no figures of the accounts.
        if !number.isOfMoney, !isBesideFigures, !isExcerpt, nouns == .form,
            outline.section(at: bounds.lowerBound).isNarrative, !speaksOfForm(number, bounds: bounds)
        {
            return
        }
        leaveOver(number.range, bounds: bounds)
    }

    mutating func leaveOver(_ range: Range<Int>, bounds: Range<Int>) {
        diagnostics.append(
            Diagnostic(
                kind: .unplacedFigure, page: text.page(at: range.lowerBound), quote: quote(range, bounds: bounds),
                message: "'\(text.quote(range))' states no measure this reader knows"))
    }

    func quote(_ range: Range<Int>, bounds: Range<Int>) -> String {
        text.quote(Sentence.range(around: range, in: text, bounds: bounds))
    }
}
