import FinalAccounts

/// A stored version of a unit's budget draft for a year: who made it, when and why.
package struct DraftVersion: Hashable, Sendable, Identifiable {
    /// The number of the version in this ledger.
    package let id: Int64
    /// The unit.
    package let unit: BudgetUnit
    /// The year the budget is for.
    package let fiscalYear: FiscalYear
    /// The version among those of the unit and year, counted from 1.
    package let version: Int
    /// Who made it.
    package let author: String
    /// Why it was made.
    package let reason: String
    /// When it was stored, ISO 8601 in UTC.
    package let createdAt: String
}
