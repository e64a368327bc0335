import OfficialForm

/// Finds the sentence around a position, for quotes.
enum Sentence {
    /// The most characters that are taken on either side: no sentence of a disclosure is as long, and a text
    /// without full stops must not be quoted whole for each of its figures.
    private static let reach = 500

    /// Where the first line of a range begins that is running text and states an amount; `nil` where only cells stand.
    static func firstStatement(in text: FoldedText, _ range: Range<Int>) -> Int? {
        let first = text.lineStarts.partitioningIndex { $0 >= range.lowerBound }
        let starts = [range.lowerBound] + text.lineStarts[first...].prefix { $0 < range.upperBound }
        for (start, next) in zip(starts, starts.dropFirst() + [range.upperBound]) where next - start >= 10 {
            guard !text.scalars[start..<next].contains("|") else { continue }
            let longest = text.scalars[start..<min(range.upperBound, start + 300)]
            let sentence = start..<(longest.firstIndex(of: "。") ?? longest.endIndex)
            let line = start..<min(next, sentence.upperBound)
            let isRunning = sentence.upperBound < longest.endIndex || text.scalars[line].contains("，")
            if isRunning, statesAmount(text, sentence) { return start }
        }
        return nil
    }

    /// Whether a number with the sign of money or of percent stands in a range.
    private static func statesAmount(_ text: FoldedText, _ range: Range<Int>) -> Bool {
        var position = range.lowerBound
        while position < range.upperBound {
            guard ScalarFolding.isDigit(text.scalars[position]) else {
                position += 1
                continue
            }
            let (token, end) = NumberScanner.scan(text, at: position, end: range.upperBound)
            if let token, token.amount != nil { return true }
            position = max(end, position + 1)
        }
        return false
    }

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

    /// The printed words of a range without the punctuation around them.
    static func words(_ range: Range<Int>, in text: FoldedText) -> String {
        var start = range.lowerBound
        var end = range.upperBound
        let edges: Set<Unicode.Scalar> = [":", "，", ",", "。", "；", "是", "为", " ", "_"]
        let trailing: Set<Unicode.Scalar> = ["。", "；", "，", ",", " ", "_"]
        while start < end, edges.contains(text.scalars[start]) { start += 1 }
        while end > start, trailing.contains(text.scalars[end - 1]) { end -= 1 }
        return text.quote(start..<end)
    }
}
