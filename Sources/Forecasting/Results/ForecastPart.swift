/// A summand of a forecast, in the unit of the series: what one thing that the model knows adds to the last value.
///
/// ```swift
/// let sum = forecast.parts.reduce(0) { $0 + $1.amount }   // forecast.value
/// ```
public struct ForecastPart: Hashable, Sendable, Codable {
    /// What a part comes from; parts of one kind may be told together.
    public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        /// The last actual, which every rule starts from.
        case lastValue = "last-value"
        /// Changes and slopes of the past.
        case trend
        /// The pull towards the mean of the past.
        case mean
        /// What was budgeted in the past and how it was executed.
        case budgetHistory = "budget-history"
        /// The approved budget of the target year.
        case approvedBudget = "approved-budget"
        /// The level by kind of subject: by its size, its length of history, whether it is budgeted.
        case level
        /// The growth that all subjects share.
        case growth
        /// Rules that look at the subject alone, weighed by their past errors.
        case ownRules = "own-rules"
        /// What was done to the model's number afterwards.
        case adjustment
    }

    /// What it comes from.
    public let kind: Kind
    /// The feature, rule or adjustment.
    public let name: String
    /// What it adds.
    public let amount: Double

    /// Creates a part.
    public init(_ kind: Kind, _ name: String, _ amount: Double) {
        self.kind = kind
        self.name = name
        self.amount = amount
    }

    /// What parts of each kind add together, in the order of the kinds; kinds that add nothing are left out.
    public static func byKind(_ parts: [ForecastPart]) -> [(kind: Kind, amount: Double)] {
        Kind.allCases.compactMap { kind in
            let own = parts.filter { $0.kind == kind }
            return own.isEmpty ? nil : (kind, own.reduce(0) { $0 + $1.amount })
        }
    }
}
