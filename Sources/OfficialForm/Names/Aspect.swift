/// Which side of a topic a figure states.
public enum Aspect: String, Hashable, Sendable, Codable, CaseIterable {
    /// The actual of the year (支出决算为, or the plain amount).
    case amount
    /// 年初预算.
    case initialBudget = "initial_budget"
    /// 全年预算, 调整预算.
    case adjustedBudget = "adjusted_budget"
    /// A budget of which the document does not say whether it is the first or the adjusted one.
    case budget
    /// 到位资金: what was paid in.
    case received
    /// 完成年初预算的 X%.
    case rateOnInitialBudget = "rate_on_initial_budget"
    /// 完成全年预算的 X%.
    case rateOnAdjustedBudget = "rate_on_adjusted_budget"
    /// 完成预算的 X%.
    case rateOnBudget = "rate_on_budget"
    /// The change on last year, negative for a decrease (与上年相比减少).
    case change
    /// The change on last year in percent, negative for a decrease.
    case changeRate = "change_rate"
    /// The change against the budget of the year, negative for less (比年初预算数减少).
    case changeOnBudget = "change_on_budget"
    /// The change against the budget in percent, negative for less.
    case changeRateOnBudget = "change_rate_on_budget"
    /// Last year's amount, where the document states it.
    case previousAmount = "previous_amount"
    /// The share in a whole (占本年支出 X%).
    case share
    /// 其中：基本支出, of a subject wider than the lines.
    case basic
    /// 其中：项目支出, of a subject wider than the lines.
    case project
    /// A number of things.
    case count
    /// A mark in an evaluation.
    case score
    /// The highest mark that could be reached.
    case fullScore = "full_score"
}
