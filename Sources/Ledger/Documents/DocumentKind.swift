/// What a document is, as far as one may stand in for another: identity never crosses it.
package enum DocumentKind: String, Hashable, Sendable, CaseIterable {
    /// What was spent in a year: final accounts, and account lines from files.
    case accounts
    /// What is to be spent in a year (部门预算). Its figures are never actuals.
    case plan
    /// A statement of the “三公” costs alone.
    case threePublic = "three_public"
    /// Accounts or the budget of a region.
    case regional
    /// A report on something else.
    case other
}
