/// What is known of one subject in one year.
public struct Observation: Hashable, Sendable {
    /// The year.
    public let year: FiscalYear
    /// 年初预算.
    public let initialBudget: BudgetState
    /// 调整预算 or 全年预算.
    public let adjustedBudget: Amount?
    /// 支出决算.
    public let actual: Amount?
    /// The reason the document gives for a deviation.
    public let reason: String?
    /// Whether the figures were published or generated; synthetic if any part is.
    public let origin: Origin
    /// Whether the figures are the sum of the level below, because the level itself was not given.
    public let isSummed: Bool

    /// Creates an observation; everything not given is "not stated".
    public init(
        year: FiscalYear, initialBudget: BudgetState = .notStated, adjustedBudget: Amount? = nil,
        actual: Amount? = nil, reason: String? = nil, origin: Origin = .published, isSummed: Bool = false
    ) {
        self.year = year
        self.initialBudget = initialBudget
        self.adjustedBudget = adjustedBudget
        self.actual = actual
        self.reason = reason
        self.origin = origin
        self.isSummed = isSummed
    }

    /// The share of the initial budget that was spent; `nil` where there is no base.
    public var executionRate: StatedPercentage? {
        guard let actual, let budget = initialBudget.amount else { return nil }
        return StatedPercentage(of: actual, in: budget)
    }
}
