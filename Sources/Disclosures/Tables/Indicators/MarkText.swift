import FinalAccounts

/// Reads marks: `（0.5分）` behind a name, and bare numbers in a column.
enum MarkText {
    /// The mark in parentheses at a position and where it ends.
    static func parenthesized(_ text: CellText, at start: Int, end: Int) -> (mark: DecimalText, end: Int)? {
        guard start < end, text.scalars[start] == "(" else { return nil }
        var position = start + 1
        while position < end, ScalarFolding.isDigit(text.scalars[position]) || text.scalars[position] == "." {
            position += 1
        }
        guard position > start + 1, position + 1 < end, text.scalars[position] == "分",
            text.scalars[position + 1] == ")",
            let mark = DecimalText(text.folded(start + 1..<position))
        else { return nil }
        return (mark, position + 2)
    }

    /// The first mark in parentheses in a range: where it begins, the mark, where it ends.
    static func first(_ text: CellText, in range: Range<Int>) -> (start: Int, mark: DecimalText, end: Int)? {
        for position in range where text.scalars[position] == "(" {
            if let found = parenthesized(text, at: position, end: range.upperBound) {
                return (position, found.mark, found.end)
            }
        }
        return nil
    }

    /// A number without sign and unit; a mark has at most three digits before the point.
    static func bare(_ words: String) -> DecimalText? {
        guard let first = words.unicodeScalars.first, ScalarFolding.isDigit(first), !words.closes(with: "%"),
            let number = DecimalText(words), number.decimals <= 3, let rounded = number.digits(withDecimals: 3),
            rounded < 1_000_000
        else { return nil }
        return number
    }

    /// The mark in a cell of marks, in folded form: 10, 9.5分, 10%.
    static func cell(_ folded: String) -> DecimalText? {
        for suffix in ["分", "%"] where folded.closes(with: suffix) { return bare(String(folded.dropLast())) }
        return bare(folded)
    }

    /// A name as printed and the full mark in parentheses behind it: 清运垃圾（10分）.
    static func parted(_ printed: String) -> (words: String, mark: DecimalText?) {
        guard printed.closes(with: "）") || printed.closes(with: ")"),
            let open = printed.lastIndex(where: { $0 == "（" || $0 == "(" }), open > printed.startIndex
        else { return (printed, nil) }
        let inside = TableText.folded(printed[open...].dropFirst().dropLast().unicodeScalars)
        guard inside.closes(with: "分"), let mark = cell(inside) else { return (printed, nil) }
        return (String(printed[..<open]), mark)
    }

    /// Whether one mark is at most another.
    static func isAtMost(_ mark: DecimalText, _ full: DecimalText) -> Bool {
        let decimals = max(mark.decimals, full.decimals)
        guard let mark = mark.digits(withDecimals: decimals), let full = full.digits(withDecimals: decimals) else {
            return false
        }
        return mark <= full
    }
}
