extension Amount {
    /// Reads a printed amount in the given unit, exactly.
    ///
    /// ```swift
    /// try Amount(parsing: "11,092.59", unit: .wan).minorUnits   // 11_092_590_000
    /// ```
    ///
    /// - Throws: ``AmountError/notANumber(_:)``, ``AmountError/notExact(_:)`` where the digits go
    ///   below 分, ``AmountError/overflow``.
    public init(parsing text: some StringProtocol, unit: AmountUnit) throws(AmountError) {
        guard let number = DecimalText(text) else { throw .notANumber(String(text)) }
        do {
            self = try Amount(number, unit: unit)
        } catch .notExact {
            throw .notExact(String(text))
        }
    }

    /// Forms the amount a printed number stands for in the given unit.
    ///
    /// - Throws: ``AmountError/notExact(_:)`` or ``AmountError/overflow``.
    public init(_ number: DecimalText, unit: AmountUnit) throws(AmountError) {
        let exact = unit.exactDecimals
        var value = number.digits
        var decimals = number.decimals
        while decimals > exact {
            let (quotient, remainder) = value.quotientAndRemainder(dividingBy: 10)
            if remainder != 0 { throw .notExact("\(number.digits)e-\(number.decimals)") }
            value = quotient
            decimals -= 1
        }
        while decimals < exact {
            let (product, overflow) = value.multipliedReportingOverflow(by: 10)
            if overflow { throw .overflow }
            value = product
            decimals += 1
        }
        self.init(minorUnits: value)
    }

    /// The amount as digits in the given unit.
    ///
    /// - Parameters:
    ///   - unit: the unit of the printed number; its symbol is not printed.
    ///   - decimals: digits behind the point; halves round away from zero. `nil` prints every 分
    ///     and no trailing zeros.
    ///   - grouping: whether thousands are separated by commas.
    public func formatted(unit: AmountUnit, decimals: Int? = nil, grouping: Bool = false) -> String {
        let exact = unit.exactDecimals
        guard let decimals else {
            return Self.trimmed(Self.digits(minorUnits.magnitude, decimals: exact, grouping: grouping), minorUnits)
        }
        var magnitude = minorUnits.magnitude
        if decimals < exact {
            let divisor = (0..<(exact - decimals)).reduce(UInt64(1)) { power, _ in power * 10 }
            magnitude = magnitude / divisor + (magnitude % divisor >= divisor - divisor / 2 ? 1 : 0)
        }
        let padding = String(repeating: "0", count: max(0, decimals - exact))
        let text = Self.digits(magnitude, decimals: min(decimals, exact), grouping: grouping) + padding
        return minorUnits < 0 && magnitude != 0 ? "-" + text : text
    }

    private static func digits(_ magnitude: UInt64, decimals: Int, grouping: Bool) -> String {
        var digits = String(magnitude)
        if digits.count <= decimals {
            digits = String(repeating: "0", count: decimals + 1 - digits.count) + digits
        }
        var whole = String(digits.dropLast(decimals))
        if grouping { whole = grouped(whole) }
        return decimals == 0 ? whole : whole + "." + digits.suffix(decimals)
    }

    private static func grouped(_ digits: String) -> String {
        var result = ""
        for (offset, digit) in digits.enumerated() {
            if offset > 0 && (digits.count - offset) % 3 == 0 { result.append(",") }
            result.append(digit)
        }
        return result
    }

    private static func trimmed(_ text: String, _ minorUnits: Int64) -> String {
        var text = text
        if text.contains(".") {
            while text.hasSuffix("0") { text.removeLast() }
            if text.hasSuffix(".") { text.removeLast() }
        }
        return minorUnits < 0 ? "-" + text : text
    }
}
