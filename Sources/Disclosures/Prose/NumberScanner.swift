import FinalAccounts
import OfficialForm

/// Reads numbers and the words that say what they count.
enum NumberScanner {
    /// Reads the number that begins at a digit.
    ///
    /// - Returns: the token, or `nil` for digits that are no figure: a date, an ordinal, too many digits.
    static func scan(_ text: FoldedText, at start: Int, end: Int) -> (token: NumberToken?, end: Int) {
        scan(text.scalars, at: start, end: end)
    }

    /// Reads the number that begins at a digit of folded characters.
    static func scan(_ scalars: [Unicode.Scalar], at start: Int, end: Int) -> (token: NumberToken?, end: Int) {
        var position = start
        var digits: Int64 = 0
        var decimals = 0
        var count = 0
        var sawPoint = false
        while position < end {
            let scalar = scalars[position]
            if ScalarFolding.isDigit(scalar) {
                count += 1
                if count <= 18 { digits = digits * 10 + Int64(scalar.value - 0x30) }
                if sawPoint { decimals += 1 }
            } else if scalar == ".", !sawPoint, position + 1 < end, ScalarFolding.isDigit(scalars[position + 1]) {
                sawPoint = true
            } else if !sawPoint,
                isSeparator(scalars, at: position, end: end)
                    || scalars[position] == " " && groupsWithBlanks(scalars, from: start, end: end)
            {
                // A thousands separator.
            } else {
                break
            }
            position += 1
        }
        guard count <= 18 else { return (nil, position) }
        if isNegative(scalars, before: start) { digits = -digits }
        let number = DecimalText(digits: digits, decimals: decimals)
        return finish(number, scalars: scalars, range: start..<position, end: end)
    }

    /// A comma of either width between a digit and a group of exactly three digits.
    private static func isSeparator(_ scalars: [Unicode.Scalar], at position: Int, end: Int) -> Bool {
        guard scalars[position] == "," || scalars[position] == "，", position + 3 < end else { return false }
        for offset in 1...3 where !ScalarFolding.isDigit(scalars[position + offset]) { return false }
        return position + 4 >= end || !ScalarFolding.isDigit(scalars[position + 4])
    }

    /// 1 412.35万元: groups of three digits between blanks, a unit of money right behind. Without it the blank may as well
    /// stand between two cells.
    private static func groupsWithBlanks(_ scalars: [Unicode.Scalar], from start: Int, end: Int) -> Bool {
        var position = start
        while position < end, ScalarFolding.isDigit(scalars[position]) { position += 1 }
        guard (1...3).contains(position - start),
            start == 0 || !(scalars[start - 1] == " " || scalars[start - 1] == ".")
        else { return false }
        var groups = 0
        while position < end, scalars[position] == " " {
            let first = position + 1
            var last = first
            while last < end, ScalarFolding.isDigit(scalars[last]) { last += 1 }
            guard last - first == 3 else { return false }
            groups += 1
            position = last
        }
        if position + 1 < end, scalars[position] == "." {
            position += 1
            while position < end, ScalarFolding.isDigit(scalars[position]) { position += 1 }
        }
        return groups > 0 && moneyFollows(scalars, at: position, end: end)
    }

    /// Whether a unit of money stands at a position.
    private static func moneyFollows(_ scalars: [Unicode.Scalar], at position: Int, end: Int) -> Bool {
        guard position < end else { return false }
        return UnitWords.list(for: scalars[position]).contains { word in
            if case .money = word.unit { matches(word.scalars, scalars, at: position, end: end) } else { false }
        }
    }

    /// 零万元, 零元: a zero in words before a unit of money.
    static func zero(_ text: FoldedText, at start: Int, end: Int) -> NumberToken? {
        guard text.scalars[start] == "零", moneyFollows(text.scalars, at: start + 1, end: end) else { return nil }
        return finish(DecimalText(digits: 0, decimals: 0), scalars: text.scalars, range: start..<start + 1, end: end)
            .token
    }

    private static func isNegative(_ scalars: [Unicode.Scalar], before start: Int) -> Bool {
        guard start > 0, scalars[start - 1] == "-" else { return false }
        return start < 2 || !ScalarFolding.isAlphanumeric(scalars[start - 2])
    }

    private static func finish(
        _ number: DecimalText, scalars: [Unicode.Scalar], range: Range<Int>, end: Int
    ) -> (token: NumberToken?, end: Int) {
        var position = range.upperBound
        // 612.29. 万元: a point too many before the unit.
        if position + 1 < end, scalars[position] == ".", number.decimals > 0,
            moneyFollows(scalars, at: scalars[position + 1] == " " ? position + 2 : position + 1, end: end)
        {
            position += 1
        }
        if position < end, scalars[position] == " " { position += 1 }
        for word in UnitWords.list(for: position < end ? scalars[position] : " ") {
            guard matches(word.scalars, scalars, at: position, end: end) else { continue }
            let after = position + word.scalars.count
            if word.needsBoundary, after < end, !isBoundary(scalars[after]) { continue }
            if word.isDate { return (nil, after) }
            let token = NumberToken(
                number: number, unit: word.unit, range: range.lowerBound..<after,
                isThreshold: isThreshold(scalars, at: after, end: end), isThousands: word.isThousands)
            return (token, after)
        }
        let token = NumberToken(number: number, unit: .none, range: range, isThreshold: false, isThousands: false)
        return (token, range.upperBound)
    }

    private static func matches(_ word: [Unicode.Scalar], _ scalars: [Unicode.Scalar], at start: Int, end: Int) -> Bool
    {
        guard start + word.count <= end else { return false }
        for offset in word.indices where scalars[start + offset] != word[offset] { return false }
        return true
    }

    /// 万 alone means 万元 only where the words end behind it: not in 3万人.
    private static func isBoundary(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "(", ")", "，", ",", "。", "；", ";", "、", " ": true
        default: false
        }
    }

    private static func isThreshold(_ scalars: [Unicode.Scalar], at position: Int, end: Int) -> Bool {
        for word in thresholdWords where matches(word, scalars, at: position, end: end) { return true }
        return false
    }

    private static let thresholdWords = [
        "以上", "及以上", "(含)以上", "(含)及以上", "以下", "(含以上", "(不含)以上", "(不含车辆)以上", "(含)(不含车辆)以上",
    ].map {
        Array($0.unicodeScalars)
    }
}
