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
    /// What the lines that the figures are made of state; `nil` where that is not known.
    public let parts: SumParts?

    /// Creates an observation; everything not given is "not stated".
    public init(
        year: FiscalYear, initialBudget: BudgetState = .notStated, adjustedBudget: Amount? = nil,
        actual: Amount? = nil, reason: String? = nil, origin: Origin = .published, isSummed: Bool = false,
        parts: SumParts? = nil
    ) {
        self.year = year
        self.initialBudget = initialBudget
        self.adjustedBudget = adjustedBudget
        self.actual = actual
        self.reason = reason
        self.origin = origin
        self.isSummed = isSummed
        self.parts = parts
    }

    /// The share of the initial budget that was spent, of those parts that state one; `nil` where there is no base.
    public var executionRate: StatedPercentage? {
        guard let parts else { return Self.share(of: actual, in: initialBudget.amount) }
        return Self.share(of: parts.ratedActual, in: parts.ratedBudget)
    }

    /// The share of the adjusted budget that was spent; `nil` where there is no base.
    public var adjustedExecutionRate: StatedPercentage? { Self.share(of: actual, in: adjustedBudget) }

    /// Whether every line that the actual is made of states one.
    public var isComplete: Bool { parts?.isComplete ?? true }

    private static func share(of actual: Amount?, in budget: Amount?) -> StatedPercentage? {
        guard let actual, let budget else { return nil }
        return StatedPercentage(of: actual, in: budget)
    }
}
