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
        var magnitude = minorUnits.magnitude
        var printed = exact
        if let decimals {
            if decimals < exact {
                let divisor = (0..<(exact - decimals)).reduce(UInt64(1)) { power, _ in power * 10 }
                magnitude = magnitude / divisor + (magnitude % divisor >= divisor - divisor / 2 ? 1 : 0)
                printed = decimals
            }
        } else {
            while printed > 0, magnitude.isMultiple(of: 10) {
                magnitude /= 10
                printed -= 1
            }
        }
        let padding = max(0, (decimals ?? 0) - exact)
        return Self.digits(
            magnitude, decimals: printed, padding: padding, grouping: grouping,
            isNegative: minorUnits < 0 && magnitude != 0)
    }

    /// Digits with their point; written back to front in one piece, for tables hold millions of amounts.
    private static func digits(
        _ magnitude: UInt64, decimals: Int, padding: Int, grouping: Bool, isNegative: Bool
    ) -> String {
        // Twenty digits, as many zeros as are asked for, separators, point and sign.
        let room = 40 + decimals + padding
        return String(unsafeUninitializedCapacity: room) { buffer in
            var place = room
            func put(_ byte: UInt8) {
                place -= 1
                buffer[place] = byte
            }
            for _ in 0..<padding { put(UInt8(ascii: "0")) }
            var (rest, written) = (magnitude, 0)
            repeat {
                if written == decimals, decimals + padding > 0 { put(UInt8(ascii: ".")) }
                if grouping, written > decimals, (written - decimals).isMultiple(of: 3) { put(UInt8(ascii: ",")) }
                put(UInt8(ascii: "0") + UInt8(rest % 10))
                rest /= 10
                written += 1
            } while rest > 0 || written <= decimals
            if isNegative { put(UInt8(ascii: "-")) }
            for (offset, index) in (place..<room).enumerated() { buffer[offset] = buffer[index] }
            return room - place
        }
    }
}
