/// A percentage as a document states it, exact to its last printed digit.
///
/// ```swift
/// StatedPercentage("1479.52")?.text     // "1479.52%"
/// ```
public struct StatedPercentage: Hashable, Sendable, Codable {
    /// The percentage without its decimal point: 147952 for 1479.52%.
    public let digits: Int64
    /// The digits printed behind the point.
    public let decimals: Int

    /// Creates a percentage from its parts.
    public init(digits: Int64, decimals: Int) {
        self.digits = digits
        self.decimals = decimals
    }

    /// Reads the number in front of a percent sign; `nil` when it is none.
    public init?(_ text: some StringProtocol) {
        guard let number = DecimalText(text) else { return nil }
        self.init(digits: number.digits, decimals: number.decimals)
    }

    /// The percentage of one amount in another, rounded half away from zero.
    ///
    /// - Returns: `nil` when `whole` is zero or the result does not fit: there is no rate without a base.
    public init?(of part: Amount, in whole: Amount, decimals: Int = 2) {
        guard whole != .zero, (0...15).contains(decimals) else { return nil }
        let power = (0..<(decimals + 2)).reduce(Int128(1)) { value, _ in value * 10 }
        let numerator = Int128(part.minorUnits) * power
        let (quotient, remainder) = numerator.quotientAndRemainder(dividingBy: Int128(whole.minorUnits))
        let roundsAway = remainder.magnitude * 2 >= Int128(whole.minorUnits).magnitude
        let sign: Int128 = (numerator < 0) == (whole.minorUnits < 0) ? 1 : -1
        guard let digits = Int64(exactly: roundsAway ? quotient + sign : quotient) else { return nil }
        self.init(digits: digits, decimals: decimals)
    }

    /// The percentage as a binary number, for charts and ranking: 1479.52.
    public var doubleValue: Double {
        Double(digits) / (0..<decimals).reduce(1.0) { power, _ in power * 10 }
    }

    /// The percentage as printed: `1479.52%`.
    public var text: String {
        let magnitude = String(digits.magnitude)
        let padded = String(repeating: "0", count: max(0, decimals + 1 - magnitude.count)) + magnitude
        let whole = padded.dropLast(decimals)
        return (digits < 0 ? "-" : "") + (decimals == 0 ? "\(whole)%" : "\(whole).\(padded.suffix(decimals))%")
    }
}
