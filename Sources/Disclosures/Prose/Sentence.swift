/// Finds the sentence around a position, for quotes.
enum Sentence {
    /// The most characters that are taken on either side: no sentence of a disclosure is as long, and a text
    /// without full stops must not be quoted whole for each of its figures.
    private static let reach = 500

    /// The sentence that holds a range, without its leading item number.
    ///
    /// - Parameter bounds: the stretch that the sentence may not leave.
    static func range(around range: Range<Int>, in text: FoldedText, bounds: Range<Int>) -> Range<Int> {
        var start = range.lowerBound
        let mark = text.marks.last(before: range.lowerBound + 1)
        let marked = mark.map { $0.titleEnd ?? $0.end } ?? bounds.lowerBound
        let lowest = max(
            bounds.lowerBound, marked <= range.lowerBound ? marked : bounds.lowerBound, range.lowerBound - reach)
        while start > lowest, text.scalars[start - 1] != "。" { start -= 1 }
        var end = range.upperBound
        let highest = min(bounds.upperBound, range.upperBound + reach)
        while end < highest {
            end += 1
            if text.scalars[end - 1] == "。" { break }
        }
        return start..<end
    }
}
