/// An amount as a document states it: the value together with the unit and decimals it is printed in.
///
/// The printed form carries the precision: `20.4 万元` may stand for anything from 20.35 to 20.45.
public struct StatedAmount: Hashable, Sendable, Codable {
    /// The value.
    public let amount: Amount
    /// The unit it is printed in.
    public let unit: AmountUnit
    /// The digits printed behind the point.
    public let decimals: Int

    /// Creates a stated amount from its parts.
    public init(amount: Amount, unit: AmountUnit, decimals: Int) {
        self.amount = amount
        self.unit = unit
        self.decimals = decimals
    }

    /// Reads a printed amount.
    ///
    /// - Throws: ``AmountError`` as ``Amount/init(parsing:unit:)`` does.
    public init(parsing text: some StringProtocol, unit: AmountUnit) throws(AmountError) {
        guard let number = DecimalText(text) else { throw .notANumber(String(text)) }
        self.init(amount: try Amount(number, unit: unit), unit: unit, decimals: number.decimals)
    }

    /// One unit of the last printed digit, in 分 (at least 1): 10 000 for `20.42 万元`.
    public var resolution: Amount {
        var step = unit.minorUnits
        for _ in 0..<decimals where step > 1 { step /= 10 }
        return Amount(minorUnits: max(1, step))
    }

    /// The amount as it was printed, with its unit: `20.42万元`.
    public var text: String {
        amount.formatted(unit: unit, decimals: decimals) + unit.symbol
    }
}
