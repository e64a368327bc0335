import FinalAccounts

/// A stored version of a unit's budget draft for a year: who made it, when and why.
public struct DraftVersion: Hashable, Sendable, Identifiable {
    /// The number of the version in this ledger.
    public let id: Int64
    /// The unit.
    public let unit: BudgetUnit
    /// The year the budget is for.
    public let fiscalYear: FiscalYear
    /// The version among those of the unit and year, counted from 1.
    public let version: Int
    /// Who made it.
    public let author: String
    /// Why it was made.
    public let reason: String
    /// When it was stored, ISO 8601 in UTC.
    public let createdAt: String
}
