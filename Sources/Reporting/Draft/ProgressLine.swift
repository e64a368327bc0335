import Budgeting
import FinalAccounts

/// A line's year so far, and what it will come to.
package struct ProgressLine: Hashable, Sendable {
    package let subject: Subject
    /// 年初预算; `nil` where none is known.
    package let initialBudget: Amount?
    /// 调整预算; `nil` where none is known.
    package let adjustedBudget: Amount?
    /// What has been spent.
    package let executed: Amount
    /// What it will come to, with the range that holds four times of five.
    package let projection: Amount
    package let range: ClosedRange<Amount>
    /// The share of the year that is usually spent by now, and what that is taken from; `nil` for the sum.
    package let usualShare: Double?
    package let basis: YearProjector.Basis?
    /// What the projection says of the budget; `nil` for a line on its way.
    package let flag: ProgressFlag?

    package init(
        subject: Subject, initialBudget: Amount?, adjustedBudget: Amount?, executed: Amount, projection: Amount,
        range: ClosedRange<Amount>, usualShare: Double?, basis: YearProjector.Basis?, flag: ProgressFlag?
    ) {
        self.subject = subject
        self.initialBudget = initialBudget
        self.adjustedBudget = adjustedBudget
        self.executed = executed
        self.projection = projection
        self.range = range
        self.usualShare = usualShare
        self.basis = basis
        self.flag = flag
    }

    /// The budget that counts: the adjusted one where it is known.
    package var budget: Amount? { adjustedBudget ?? initialBudget }

    /// What the mid-year adjustment would add to the budget or take from it; `nil` for a line on its way.
    package var adjustment: Amount? {
        guard flag != nil else { return nil }
        return try? projection.subtracting(budget ?? .zero)
    }
}
