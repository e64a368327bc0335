/// An exact sum of money: a count of 分, hundredths of a yuan.
///
/// Arithmetic never rounds and never wraps: an operation whose result does not fit throws
/// ``AmountError/overflow``. Use `Double` only inside regression and forecasting, through
/// ``doubleValue`` and ``init(rounding:)``.
///
/// ```swift
/// let budget = try Amount(parsing: "5.47", unit: .wan)
/// let actual = try Amount(parsing: "80.93", unit: .wan)
/// try actual.subtracting(budget).formatted(unit: .wan, decimals: 2)   // "75.46"
/// ```
public struct Amount: Hashable, Comparable, Sendable, Codable {
    /// The amount in 分.
    public let minorUnits: Int64

    /// No money. A missing amount is `nil`, never `zero`.
    public static let zero = Amount(minorUnits: 0)

    /// Creates an amount from a count of 分.
    public init(minorUnits: Int64) {
        self.minorUnits = minorUnits
    }

    /// Creates an amount from a JSON or archive value, a whole number of 分.
    public init(from decoder: any Decoder) throws {
        minorUnits = try decoder.singleValueContainer().decode(Int64.self)
    }

    /// Writes the amount as a whole number of 分.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(minorUnits)
    }

    /// Whether the first amount is smaller.
    public static func < (left: Amount, right: Amount) -> Bool {
        left.minorUnits < right.minorUnits
    }

    /// The sum of two amounts.
    /// - Throws: ``AmountError/overflow``.
    public func adding(_ other: Amount) throws(AmountError) -> Amount {
        let (sum, overflow) = minorUnits.addingReportingOverflow(other.minorUnits)
        if overflow { throw .overflow }
        return Amount(minorUnits: sum)
    }

    /// The amount less another.
    /// - Throws: ``AmountError/overflow``.
    public func subtracting(_ other: Amount) throws(AmountError) -> Amount {
        let (difference, overflow) = minorUnits.subtractingReportingOverflow(other.minorUnits)
        if overflow { throw .overflow }
        return Amount(minorUnits: difference)
    }

    /// The amount taken a whole number of times.
    /// - Throws: ``AmountError/overflow``.
    public func multiplied(by factor: Int64) throws(AmountError) -> Amount {
        let (product, overflow) = minorUnits.multipliedReportingOverflow(by: factor)
        if overflow { throw .overflow }
        return Amount(minorUnits: product)
    }

    /// The amount with the opposite sign.
    /// - Throws: ``AmountError/overflow``.
    public func negated() throws(AmountError) -> Amount {
        try Amount.zero.subtracting(self)
    }

    /// The amount without its sign; the one value that has no positive counterpart becomes the largest.
    public var magnitude: Amount {
        Amount(minorUnits: Int64(clamping: minorUnits.magnitude))
    }

    /// The exact sum of many amounts; zero for none.
    ///
    /// - Throws: ``AmountError/overflow`` if the result does not fit, whatever the order.
    public static func sum(_ amounts: some Sequence<Amount>) throws(AmountError) -> Amount {
        var total: Int128 = 0
        for amount in amounts { total += Int128(amount.minorUnits) }
        guard let minorUnits = Int64(exactly: total) else { throw .overflow }
        return Amount(minorUnits: minorUnits)
    }
}
