/// How the document itself words the actual against the budget (支出决算数大于年初预算数).
public enum BudgetComparison: String, Hashable, Sendable, Codable {
    /// 大于, 高于, 超过, 增加.
    case above
    /// 小于, 低于, 减少.
    case below
    /// 持平, 一致, 等于.
    case equal
    /// 基本持平.
    case aboutEqual = "about_equal"
}
