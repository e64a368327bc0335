import FinalAccounts

/// The number of a cell, with its sign of percent where it has one.
struct StatedCell: Hashable, Sendable {
    var number: DecimalText
    var isPercent: Bool
    /// The unit that the cell itself states.
    var unit: AmountUnit?
    /// As printed, blanks dropped.
    var text: String

    /// `nil` for a cell that holds no number, or more than one.
    init?(_ text: String) {
        var words = TableText.compact(text.unicodeScalars)
        self.text = words
        for sign in ["￥", "¥", "RMB", "CNY"] where words.opens(with: sign) {
            words = String(words.dropFirst(sign.count))
        }
        isPercent = words.closes(with: "%") || words.closes(with: "％")
        if isPercent { words.removeLast() }
        for (sign, unit) in HeaderWords.moneyWords where words.closes(with: sign) {
            self.unit = unit
            words = String(words.dropLast(sign.count))
            break
        }
        guard let number = DecimalText(words) else { return nil }
        self.number = number
    }

    /// Whether a word in folded form is a number without a unit.
    static func isNumber(_ word: String) -> Bool { StatedCell(word).map { $0.unit == nil } ?? false }
}
