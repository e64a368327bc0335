/// A decimal number as printed: an integer and how many of its digits stand behind the point.
///
/// Accepts ASCII and full-width digits, separators (`,` `，`) before three digits, or four where 万 are counted, a sign (`+ - － −`), parentheses
/// for negatives and surrounding blanks. This is the one place where printed digits become numbers.
public struct DecimalText: Hashable, Sendable, Codable {
    /// The number without its decimal point: 1234 for `12.34`.
    public let digits: Int64
    /// How many digits stand behind the point: 2 for `12.34`, 2 for `12.30`.
    public let decimals: Int

    /// Creates a number from its parts.
    public init(digits: Int64, decimals: Int) {
        self.digits = digits
        self.decimals = decimals
    }

    /// Reads a printed number.
    ///
    /// - Returns: `nil` when the text is not a number or has more than 18 significant digits.
    public init?(_ text: some StringProtocol) {
        var scanner = DecimalScanner()
        for byte in text.unicodeScalars {
            guard scanner.take(byte) else { return nil }
        }
        guard let result = scanner.finish() else { return nil }
        self = result
    }

    /// The number in other steps of ten: its digits with `decimals` places.
    ///
    /// - Returns: `nil` if digits would be lost or the number does not fit.
    public func digits(withDecimals wanted: Int) -> Int64? {
        var value = digits
        var have = decimals
        while have < wanted {
            let (product, overflow) = value.multipliedReportingOverflow(by: 10)
            if overflow { return nil }
            value = product
            have += 1
        }
        while have > wanted {
            let (quotient, remainder) = value.quotientAndRemainder(dividingBy: 10)
            if remainder != 0 { return nil }
            value = quotient
            have -= 1
        }
        return value
    }
}

/// Reads a printed number one character at a time.
private struct DecimalScanner {
    private var digits: Int64 = 0
    private var decimals = 0
    private var significant = 0
    private var sawDigit = false
    private var sawPoint = false
    private var negative = false
    private var signed = false
    private var opened = false
    private var closed = false
    private var sawBlankAfterDigit = false
    /// How many digits stand behind the last separator; `nil` where none stands.
    private var group: Int?

    mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        if closed { return scalar.properties.isWhitespace }
        switch scalar {
        case "0"..."9": return push(Int64(scalar.value - 0x30))
        case "\u{FF10}"..."\u{FF19}": return push(Int64(scalar.value - 0xFF10))
        case ",", "，": return separate()
        case ".", "．": return point()
        case "-", "－", "−": return sign(negative: true)
        case "+", "＋": return sign(negative: false)
        case "(", "（": return open()
        case ")", "）": return close()
        default:
            guard scalar.properties.isWhitespace else { return false }
            if sawDigit { sawBlankAfterDigit = true }
            return true
        }
    }

    func finish() -> DecimalText? {
        guard sawDigit, opened == closed, isGroupWhole else { return nil }
        return DecimalText(digits: negative ? -digits : digits, decimals: decimals)
    }

    private mutating func push(_ digit: Int64) -> Bool {
        guard !sawBlankAfterDigit else { return false }
        if significant > 0 || digit != 0 { significant += 1 }
        guard significant <= 18, decimals < 18 else { return false }
        digits = digits * 10 + digit
        if sawPoint { decimals += 1 } else if let count = group { group = count + 1 }
        sawDigit = true
        return true
    }

    /// A comma before one or two digits is a decimal one, which is not read: 1234,56 is not 123456.
    private var isGroupWhole: Bool { group.map { $0 == 3 || $0 == 4 } ?? true }

    private mutating func separate() -> Bool {
        guard sawDigit, !sawPoint, isGroupWhole else { return false }
        group = 0
        return true
    }

    private mutating func point() -> Bool {
        guard sawDigit, !sawPoint, !sawBlankAfterDigit, isGroupWhole else { return false }
        sawPoint = true
        return true
    }

    private mutating func sign(negative isNegative: Bool) -> Bool {
        guard !sawDigit, !signed, !opened else { return false }
        signed = true
        negative = isNegative
        return true
    }

    private mutating func open() -> Bool {
        guard !sawDigit, !signed, !opened else { return false }
        opened = true
        negative = true
        return true
    }

    private mutating func close() -> Bool {
        guard opened, sawDigit else { return false }
        closed = true
        return true
    }
}
