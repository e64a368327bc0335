/// Numbers written as digits or in Chinese, up to 99.
enum CountWord {
    /// The number that ends before a position, and where it begins; `nil` when none does.
    static func number(before end: Int, _ text: TextIndex) -> (value: Int, start: Int)? {
        var start = end
        while start > 0, end - start < 4, ("0"..."9").contains(text[start - 1]) { start -= 1 }
        if start < end, let (value, stop) = text.integer(at: start), stop == end { return (value, start) }
        while start > 0, end - start < 3, text[start - 1] == "十" || digits[text[start - 1]] != nil { start -= 1 }
        guard start < end, let value = chinese(text.folded(start..<end)) else { return nil }
        return (value, start)
    }

    private static func chinese(_ words: String) -> Int? {
        var total = 0
        var unit = 0
        for scalar in words.unicodeScalars {
            if scalar == "十" {
                total += max(unit, 1) * 10
                unit = 0
            } else if let digit = digits[scalar] {
                unit = digit
            } else {
                return nil
            }
        }
        return total + unit
    }

    private static let digits: [Unicode.Scalar: Int] = [
        "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
    ]
}
