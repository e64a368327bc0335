import FinalAccounts

/// What was planted into a synthetic ledger, so that a list can be held against it.
public struct PlantedAnomaly: Hashable, Sendable {
    /// What was done to the figures.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// The year under review spends 1.5 to 3 times what was planned and usual.
        case overrun
        /// From the year under review or the one before, spending stands at 1.8 to 3 times the old level, or as
        /// much below it; later budgets follow.
        case levelShift = "level shift"
        /// The actual or the budget of the year is written in the wrong unit, or its decimal point slipped.
        case slip
    }

    /// The unit it was planted into.
    public let unit: BudgetUnit
    /// The code of the item.
    public let code: String
    /// What was done.
    public let kind: Kind
}
