import FinalAccounts

/// What the years of a line come to, in a form for one plain sentence: a budget that is always too low, a line that is
/// never budgeted, spending that rises or stays.
package enum LineStory: Hashable, Sendable {
    /// Nothing was spent in the last year.
    case ended(lastYear: Int)
    /// The line is of the last year alone.
    case new(year: Int, spent: Amount, isBudgeted: Bool)
    /// It was never in an initial budget.
    case neverBudgeted(years: Int, spent: ClosedRange<Amount>)
    /// The initial budget fell short, these many years running up to the last.
    case budgetTooLow(years: Int, spent: ClosedRange<Amount>, planned: ClosedRange<Amount>)
    /// A good part of the initial budget was not spent, these many years running up to the last.
    case budgetTooHigh(years: Int, spent: ClosedRange<Amount>, planned: ClosedRange<Amount>)
    /// The last year had no initial budget though earlier years did.
    case budgetLeftOut(year: Int, spent: Amount)
    /// The plan of the last year alone was far off.
    case budgetMissed(year: Int, spent: Amount, planned: Amount)
    /// Spending rose or fell every year.
    case moved(years: Int, from: Amount, to: Amount)
    /// Spending stayed within a narrow band.
    case steady(years: Int, spent: ClosedRange<Amount>)
    /// None of these.
    case varied(years: Int, spent: ClosedRange<Amount>)

    /// A plan within a tenth of what was spent is a good one.
    private static let tolerance = 0.1
    private static let leastRun = 2
    private static let leastMoves = 3
    /// A sentence tells of this many years at most.
    private static let longest = 6

    /// The story of a line up to a year; `nil` where nothing was ever spent.
    package init?(_ series: SpendingSeries, upTo year: FiscalYear) {
        let years = series.observations.filter { $0.year <= year && $0.actual != nil }.suffix(Self.longest)
        guard let last = years.last, let spent = last.actual, let range = Self.range(years.compactMap(\.actual)) else {
            return nil
        }
        if last.year < year || spent == .zero && years.count > 1 {
            let lastSpent = years.last { $0.actual != .zero }
            self = .ended(lastYear: (lastSpent ?? last).year.number)
        } else if years.count == 1 {
            self = .new(year: last.year.number, spent: spent, isBudgeted: Self.plan(last) != nil)
        } else if years.allSatisfy({ $0.initialBudget == .unbudgeted || $0.initialBudget == .stated(.zero) }) {
            self = .neverBudgeted(years: years.count, spent: range)
        } else {
            self = Self.ofPlans(years, last: last, spent: spent) ?? Self.ofSpending(years, range: range)
        }
    }

    /// How the plans fared; `nil` where the last one was good or none is known.
    private static func ofPlans(
        _ years: ArraySlice<Observation>, last: Observation, spent: Amount
    ) -> LineStory? {
        if last.initialBudget == .unbudgeted { return .budgetLeftOut(year: last.year.number, spent: spent) }
        guard let plan = plan(last), let miss = miss(last), abs(miss) > tolerance else { return nil }
        let run = years.reversed().prefix { self.miss($0).map { $0 * miss > 0 && abs($0) > tolerance } ?? false }
        guard run.count >= leastRun, let spentRange = range(run.compactMap(\.actual)),
            let plans = range(run.compactMap { self.plan($0) })
        else { return .budgetMissed(year: last.year.number, spent: spent, planned: plan) }
        return miss > 0
            ? .budgetTooLow(years: run.count, spent: spentRange, planned: plans)
            : .budgetTooHigh(years: run.count, spent: spentRange, planned: plans)
    }

    private static func ofSpending(_ years: ArraySlice<Observation>, range: ClosedRange<Amount>) -> LineStory {
        let values = years.compactMap(\.actual)
        let steps = zip(values, values.dropFirst())
        if values.count > leastMoves, let first = values.first, let last = values.last,
            steps.allSatisfy({ $0 < $1 }) || steps.allSatisfy({ $0 > $1 })
        {
            return .moved(years: values.count, from: first, to: last)
        }
        let (low, high) = (range.lowerBound.doubleValue, range.upperBound.doubleValue)
        return high - low <= tolerance * max(abs(low), abs(high))
            ? .steady(years: values.count, spent: range) : .varied(years: values.count, spent: range)
    }

    /// The initial budget, where one above zero is stated.
    private static func plan(_ year: Observation) -> Amount? {
        year.initialBudget.amount.flatMap { $0 > .zero ? $0 : nil }
    }

    /// By how much of the plan more was spent.
    private static func miss(_ year: Observation) -> Double? {
        guard let plan = plan(year), let actual = year.actual else { return nil }
        return actual.doubleValue / plan.doubleValue - 1
    }

    private static func range(_ amounts: [Amount]) -> ClosedRange<Amount>? {
        guard let low = amounts.min(), let high = amounts.max() else { return nil }
        return low...high
    }
}
