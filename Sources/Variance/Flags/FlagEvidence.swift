import FinalAccounts

/// The figures a flag rests on.
public enum FlagEvidence: Hashable, Sendable {
    /// Spending against the initial budget: overrun, unspent, or unbudgeted (`budget` is then `nil`).
    case againstBudget(budget: Amount?, actual: Amount)
    /// Spending against the year before.
    case againstPrevious(previous: Amount, current: Amount)
    /// The subject's share of the unit's total in the year before and in the year.
    case share(previous: StatedPercentage, current: StatedPercentage)
    /// A figure that is about `10^power` times what the other figures lead to expect.
    case slip(figure: SlippedFigure, stated: Amount, expected: Amount, power: Int)
}
