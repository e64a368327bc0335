/// What became of subjects that only one of budget and past told of, in a body's own earlier years: budgets without a past,
/// and a past without a budget.
struct HalfKnownSubjects: Sendable {
    /// Outcomes in shares of what was known, with that amount.
    private var newBudgets: [(share: Double, amount: Double)] = []
    private var unbudgeted: [(share: Double, amount: Double)] = []

    /// What stands in for outcomes of new budgets; on four public panels a fifth to two thirds were not spent at all.
    private static let typical: [Double] = [0, 0, 0, 0, 0, 0, 0.3, 0.6, 0.8, 0.95, 1, 1, 1, 1.1]
    /// With fewer outcomes a past without a budget is carried on as it is.
    private static let leastOutcomes = 10

    /// Learns from the years before `column` of one body.
    init(_ subjects: [PreparedSeries], column: Int, maximumGap: Int) {
        for year in 1..<max(column, 1) {
            let isJudged =
                subjects.contains { !$0.actuals[year].isNaN } && subjects.contains { !$0.budgets[year].isNaN }
            guard isJudged else { continue }
            for subject in subjects {
                // The body reported the year without the subject: nothing was spent.
                let outcome = subject.actuals[year].isNaN ? 0 : subject.actuals[year]
                let (budget, last) = (subject.budgets[year], subject.actuals[year - 1])
                let before = max(year - maximumGap, 0)..<year
                if budget > 0, before.allSatisfy({ subject.actuals[$0].isNaN }) {
                    newBudgets.append((share: outcome / budget, amount: budget))
                } else if budget.isNaN, last > 0 {
                    unbudgeted.append((share: outcome / last, amount: last))
                }
            }
        }
    }

    /// The share of a budget without a past that is to be expected, and the ends of its ranges: the middle of what came,
    /// every amount counting as much as it was.
    func newBudget(levels: [Double]) -> (share: Double, ends: [(lower: Double, upper: Double)]) {
        let total = newBudgets.reduce(0) { $0 + $1.amount }
        let scale = total > 0 ? Double(newBudgets.count) / total : 0
        let prior = Self.typical.map { (share: $0, weight: 1.0) }
        let center = Self.quantile(newBudgets.map { (share: $0.share, weight: $0.amount * scale) } + prior, 0.5)
        return (min(max(center, 0), 1.2), Self.ends(newBudgets.map { (share: $0.share, weight: 1) } + prior, levels))
    }

    /// The same of a past without a budget, in shares of the last actual; `nil` where too little is known.
    func unbudgeted(levels: [Double]) -> (share: Double, ends: [(lower: Double, upper: Double)])? {
        guard unbudgeted.count >= Self.leastOutcomes else { return nil }
        let center = Self.quantile(unbudgeted.map { (share: $0.share, weight: $0.amount) }, 0.5)
        return (min(max(center, 0), 1), Self.ends(unbudgeted.map { (share: $0.share, weight: 1) }, levels))
    }

    private static func ends(
        _ outcomes: [(share: Double, weight: Double)], _ levels: [Double]
    ) -> [(lower: Double, upper: Double)] {
        levels.map { (quantile(outcomes, (1 - $0) / 2), quantile(outcomes, (1 + $0) / 2)) }
    }

    private static func quantile(_ outcomes: [(share: Double, weight: Double)], _ level: Double) -> Double {
        let sorted = outcomes.sorted { $0.share < $1.share }
        let wanted = level * sorted.reduce(0) { $0 + $1.weight }
        var sum = 0.0
        for item in sorted {
            sum += item.weight
            if sum >= wanted { return item.share }
        }
        return sorted.last?.share ?? 0
    }
}
