import FinalAccounts

/// The figures a flag rests on.
package enum FlagEvidence: Hashable, Sendable {
    /// Spending against the initial budget: overrun, unspent, or unbudgeted (`budget` is then `nil`).
    case againstBudget(budget: Amount?, actual: Amount)
    /// Spending against the adjusted budget (全年预算).
    case againstAdjusted(budget: Amount, actual: Amount)
    /// Spending against the year before.
    case againstPrevious(previous: Amount, current: Amount)
    /// The subject's share of the unit's total in the year before and in the year.
    case share(previous: StatedPercentage, current: StatedPercentage)
    /// The median actual of the years before `since` and the mean actual from then on.
    case levelShift(since: Int, before: Amount, after: Amount)
    /// The regression on earlier years: what it leads to expect, how many years it rests on, and the studentized
    /// deleted residual of the year with its degrees of freedom.
    case trend(expected: Amount, actual: Amount, years: Int, residual: Double, degreesOfFreedom: Int)
    /// The forecast made before the year, with its widest interval and the rule that made it.
    case forecast(value: Amount, lower: Amount, upper: Amount, level: Double, actual: Amount, model: String)
    /// How the subject fared, how it would have fared as the members of the group typically did, and how many
    /// they are.
    case comparison(FlagMeasure, value: StatedPercentage, typical: StatedPercentage, members: Int)
    /// A figure that is about `10^power` times what the other figures lead to expect.
    case slip(figure: SlippedFigure, stated: Amount, expected: Amount, power: Int)

    /// What the figure is held against.
    package var family: FlagFamily {
        switch self {
        case .slip: .recording
        case .againstBudget, .againstAdjusted, .comparison(.execution, _, _, _): .budget
        case .againstPrevious, .share, .levelShift, .trend, .forecast, .comparison(.change, _, _, _): .history
        }
    }
}

/// In what respect a subject is compared with others.
package enum FlagMeasure: String, Hashable, Sendable, Codable {
    /// The actual in percent of the initial budget.
    case execution
    /// The change over the year before in percent of that year.
    case change
}
