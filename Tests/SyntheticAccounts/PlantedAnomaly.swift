import FinalAccounts

/// What was planted into a synthetic ledger, so that a list can be held against it.
package struct PlantedAnomaly: Hashable, Sendable {
    /// What was done to the figures.
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        /// The year under review spends 1.5 to 3 times what was planned and usual.
        case overrun
        /// From the year under review or the one before, spending stands at 1.8 to 3 times the old level, or as
        /// much below it; later budgets follow.
        case levelShift = "level shift"
        /// The actual or the budget of the year is written in the wrong unit, or its decimal point slipped.
        case slip
    }

    /// The unit it was planted into.
    package let unit: BudgetUnit
    /// The code of the item.
    package let code: String
    /// What was done.
    package let kind: Kind
}
