import FinalAccounts

/// One subject in two years (同比), exact to 分.
package struct YearOverYearRow: Hashable, Sendable {
    /// What the money was for.
    package let subject: Subject
    /// How the subject stands in the two years.
    package let state: ChangeState
    /// The actual of the earlier year: zero where that year was reported without this subject, `nil` where the
    /// year does not say.
    package let previous: Amount?
    /// The actual of the later year; zero and `nil` as for ``previous``.
    package let current: Amount?
    /// `current` less `previous`.
    package let change: Amount?
    /// The change in percent of the earlier year, relative to its magnitude; `nil` on a base of zero.
    package let percentageChange: StatedPercentage?
    /// The subject's share of the unit's total in the earlier year.
    package let previousShare: StatedPercentage?
    /// The subject's share of the unit's total in the later year.
    package let currentShare: StatedPercentage?
    /// The part of the total's change that this change is; `nil` where the total did not change. Subjects of
    /// one level add up to 100%.
    package let shareOfChange: StatedPercentage?
    /// The change in percent of the earlier year's total: the percentage points that this subject adds to the
    /// total's growth. Subjects of one level add up to the total's percentage change.
    package let growthContribution: StatedPercentage?
    /// The reason the later year's document gives.
    package let reason: String?
    /// Whether either figure is generated rather than published.
    package let usesSyntheticFigures: Bool
    /// What is known of the later year, its budgets among it; `nil` without a line.
    package let observation: Observation?
}

extension YearOverYearRow {
    /// Compares two figures against the unit's totals of the same years.
    ///
    /// - Throws: ``AmountError/overflow`` where a difference does not fit.
    init(
        subject: Subject, previous: Amount?, current: Amount?, totals: (previous: Amount?, current: Amount?),
        reason: String?, usesSyntheticFigures: Bool, isComplete: Bool = true,
        observation: Observation? = nil
    ) throws(AmountError) {
        self.subject = subject
        self.previous = previous
        self.current = current
        self.reason = reason
        self.observation = observation
        self.usesSyntheticFigures = usesSyntheticFigures
        change = isComplete ? try Self.difference(previous, current) : nil
        // Growth on nothing, or on less than nothing, is no percentage.
        percentageChange = previous.map { $0 > .zero } == true ? Self.percentage(change, previous) : nil
        previousShare = Self.percentage(previous, totals.previous)
        currentShare = Self.percentage(current, totals.current)
        shareOfChange = Self.percentage(change, try Self.difference(totals.previous, totals.current))
        growthContribution = Self.percentage(change, totals.previous?.magnitude)
        let state = Self.state(previous, current)
        self.state = isComplete || state == .notComparable ? state : .incomplete
    }

    private static func state(_ previous: Amount?, _ current: Amount?) -> ChangeState {
        guard let previous, let current else { return .notComparable }
        switch (previous == .zero, current == .zero) {
        case (true, false): return .appeared
        case (false, true): return .ended
        default: return .continued
        }
    }

    private static func difference(_ from: Amount?, _ to: Amount?) throws(AmountError) -> Amount? {
        guard let from, let to else { return nil }
        return try to.subtracting(from)
    }

    private static func percentage(_ part: Amount?, _ whole: Amount?) -> StatedPercentage? {
        guard let part, let whole else { return nil }
        return StatedPercentage(of: part, in: whole)
    }
}
