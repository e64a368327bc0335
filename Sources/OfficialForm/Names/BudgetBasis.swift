/// The budget that a stated rate or comparison refers to.
public enum BudgetBasis: String, Hashable, Sendable, Codable {
    /// 完成年初预算的.
    case initialBudget = "initial_budget"
    /// 完成全年预算的, 完成调整预算的.
    case adjustedBudget = "adjusted_budget"
    /// 完成预算的, without saying which.
    case unspecified
}
