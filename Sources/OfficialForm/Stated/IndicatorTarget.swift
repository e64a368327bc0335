import FinalAccounts

/// A target or a result of an indicator: a comparison, a number and a unit where it has them, and the
/// words as printed in any case.
public struct IndicatorTarget: Hashable, Sendable, Codable {
    /// How a result is held against a target.
    public enum Comparison: String, Hashable, Sendable, Codable {
        /// =, or no sign at all.
        case equal = "="
        /// ≥, 不少于, 以上.
        case atLeast = ">="
        /// ≤, 不超过, 以内.
        case atMost = "<="
        /// >.
        case above = ">"
        /// <.
        case below = "<"
    }

    /// The words as printed, blanks dropped.
    public var text: String
    /// The comparison; `nil` for a target in words.
    public var comparison: Comparison?
    /// The number; `nil` for a target in words.
    public var number: DecimalText?
    /// What the number counts: `辆`, `%`, `次/日`; `nil` for a target in words or a bare number.
    public var unit: String?

    /// Creates a target from its parts.
    public init(text: String, comparison: Comparison? = nil, number: DecimalText? = nil, unit: String? = nil) {
        self.text = text
        self.comparison = comparison
        self.number = number
        self.unit = unit
    }
}
