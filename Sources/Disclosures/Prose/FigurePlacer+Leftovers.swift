import FinalAccounts
import OfficialForm

/// Bare numbers, and what becomes of numbers that state nothing.
extension FigurePlacer {
    /// A number with nothing behind it is a figure only where a change was announced: 增长 13.95 without
    /// its percent sign.
    mutating func takeBare(_ number: NumberToken, text: FoldedText) {
        // A region's report has no bare numbers but its own: 库款保障水平0.32.
        if isCell(number.range, in: text) || nouns != .form && number.number.decimals > 0 { return leaveOver(number) }
        if number.number.digits == 0, endsClause(number.range, in: text) {
            switch phrase.meaning(in: text) {
            case .measure, .side:
                var zero = number
                zero.unit = .money(.yuan)
                return takeAmount(zero, tokens: [], index: 0, text: text)
            default: break
            }
        }
        if section != .other, section != .performance, !isLocked, expectation != .explanation,
            number.number.decimals > 0 || number.number.digits >= 100, speaker.topic != nil || !phrase.isEmpty,
            number.range.lowerBound > 0, text.scalars[number.range.lowerBound - 1] != " ",
            endsClause(number.range, in: text) || isDirected(number.range, in: text),
            !isBracketed(number.range, in: text)
        {
            // 本年收入1351.20，其中: an amount whose unit is left out; what is said next is said of its noun.
            speak(text)
            return leaveOver(number)
        }
        guard case .change = expectation, speaker.topic != nil, section != .other, section != .performance else {
            // Cells that a copy has run together: what follows them is not named by the head before them.
            if number.number.decimals > 0 { phrase = NounPhrase() }
            return
        }
        leaveOver(number)
        expectation = .statement
    }

    /// Whether a number stands alone in brackets, as codes do.
    private func isBracketed(_ range: Range<Int>, in text: FoldedText) -> Bool {
        range.lowerBound > 0 && text.scalars[range.lowerBound - 1] == "(" && range.upperBound < text.scalars.count
            && text.scalars[range.upperBound] == ")"
    }

    /// Whether a direction follows: 较上年3.27减少.
    private func isDirected(_ range: Range<Int>, in text: FoldedText) -> Bool {
        guard range.upperBound < text.scalars.count,
            case .direction? = Lexicon.match(text, at: range.upperBound, end: text.scalars.count)?.cue
        else { return false }
        return comparison != nil
    }

    func endsClause(_ range: Range<Int>, in text: FoldedText) -> Bool {
        guard range.upperBound < text.scalars.count else { return true }
        switch text.scalars[range.upperBound] {
        case "，", ",", "。", "；", ";", "、", ")", "(": return true
        default: return false
        }
    }

    /// Whether a number stands between the bars of a table laid down as text.
    func isCell(_ range: Range<Int>, in text: FoldedText) -> Bool {
        range.upperBound < text.scalars.count && text.scalars[range.upperBound] == "|"
            || range.lowerBound > 0 && text.scalars[range.lowerBound - 1] == "|"
    }

    mutating func leaveOver(_ number: NumberToken) {
        result.leftovers.append(number)
        phrase = NounPhrase()
    }

    mutating func add(
        _ topic: Topic, _ aspect: Aspect, _ value: FigureValue, _ number: NumberToken, subject: String? = nil,
        isOther: Bool = false
    ) {
        let spoken = speaker.measure
        let named = isOther ? subject : subject ?? (topic == spoken?.topic ? spoken?.subject : nil)
        result.mentions.append(
            Mention(topic: topic, subject: named, aspect: aspect, value: value, range: number.range))
    }
}
