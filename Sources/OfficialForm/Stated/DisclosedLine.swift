import FinalAccounts

/// One subject line as a document states it: the exact figures for the ledger, and how they are printed.
public struct DisclosedLine: Hashable, Sendable, Codable {
    /// The line, with exact amounts and the place it was read.
    public var line: AccountLine
    /// 年初预算 as printed.
    public var statedInitialBudget: StatedAmount?
    /// 全年预算 or 调整预算 as printed.
    public var statedAdjustedBudget: StatedAmount?
    /// 支出决算 as printed.
    public var statedActual: StatedAmount?
    /// 完成预算的 X% as printed; never computed.
    public var statedRate: StatedPercentage?
    /// The budget that the stated rate refers to.
    public var rateBasis: BudgetBasis?
    /// The change on last year as printed, negative for a decrease.
    public var statedChange: StatedAmount?
    /// The change on last year in percent as printed, negative for a decrease.
    public var statedChangeRate: StatedPercentage?
    /// Last year's actual as printed.
    public var statedPreviousActual: StatedAmount?
    /// How the document words the actual against the budget.
    public var comparison: BudgetComparison?
    /// What the money was for (主要用于), where it is said apart from the reason.
    public var purpose: String?
    /// Whether the line was read from prose, from a table, or put together from both.
    public var place: Place
    /// How sure the reading of a scanned page is, from 0 to 1; `nil` for text.
    public var confidence: Double?

    /// Where in a document a line stands.
    public enum Place: String, Hashable, Sendable, Codable {
        /// A numbered item of the explanation.
        case prose
        /// A row of a table.
        case table
        /// A row of a table and an item of the explanation that speak of the same subject.
        case both
    }

    /// Creates a line; everything not given is not printed.
    public init(
        line: AccountLine, statedInitialBudget: StatedAmount? = nil, statedAdjustedBudget: StatedAmount? = nil,
        statedActual: StatedAmount? = nil, statedRate: StatedPercentage? = nil, rateBasis: BudgetBasis? = nil,
        statedChange: StatedAmount? = nil, statedChangeRate: StatedPercentage? = nil,
        statedPreviousActual: StatedAmount? = nil, comparison: BudgetComparison? = nil, purpose: String? = nil,
        place: Place = .prose, confidence: Double? = nil
    ) {
        self.line = line
        self.statedInitialBudget = statedInitialBudget
        self.statedAdjustedBudget = statedAdjustedBudget
        self.statedActual = statedActual
        self.statedRate = statedRate
        self.rateBasis = rateBasis
        self.statedChange = statedChange
        self.statedChangeRate = statedChangeRate
        self.statedPreviousActual = statedPreviousActual
        self.comparison = comparison
        self.purpose = purpose
        self.place = place
        self.confidence = confidence
    }
}
