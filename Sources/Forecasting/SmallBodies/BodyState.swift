/// What a body as a whole did before one year: a body of forty lines cannot tell its own growth line by line, but it can
/// tell it once.
struct BodyState: Hashable, Sendable {
    /// Last year's growth over the subjects known in both years, within ±½.
    var growth = 0.0
    /// What was spent of last year's budgets, less one, within ±½.
    var execution = 0.0
    /// The year's budgets over last year's actuals of the same subjects, less one, within ±½.
    var budgetGrowth = 0.0
    /// How much nearer last year's budgets came than the actuals before, 0 to 1.
    var reliability = 0.5

    /// reliability² / (reliability² + (1 - reliability)²).
    var weight: Double {
        reliability * reliability / (reliability * reliability + (1 - reliability) * (1 - reliability))
    }

    private static let bound = 0.5
    /// The error that budget and last value are each taken to have had besides, as a share of the spending.
    private static let priorError = 0.03

    init() {}

    /// The state before `column`; the budgets of `column` are looked at where it is part of the panel.
    init(_ panel: SeriesPanel, column: Int) {
        var (change, before, spent, planned, planAhead, lastOfPlanned) = (0.0, 0.0, 0.0, 0.0, 0.0, 0.0)
        var (budgetError, lastError, size) = (0.0, 0.0, 0.0)
        for i in 0..<panel.series {
            let start = i * panel.years
            let last = panel.actuals[start + column - 1]
            guard !last.isNaN else { continue }
            let earlier = column >= 2 ? panel.actuals[start + column - 2] : .nan
            if !earlier.isNaN {
                change += last - earlier
                before += abs(earlier)
            }
            guard panel.hasBudgets else { continue }
            let budget = panel.budgets[start + column - 1]
            if budget > 0 {
                spent += last
                planned += budget
            }
            if !budget.isNaN, !earlier.isNaN {
                budgetError += abs(last - budget)
                lastError += abs(last - earlier)
                size += abs(last)
            }
            if column < panel.years, panel.budgets[start + column] > 0 {
                planAhead += panel.budgets[start + column]
                lastOfPlanned += last
            }
        }
        if before > 0 { growth = clipped(change / before, Self.bound) }
        if planned > 0 { execution = clipped(spent / planned - 1, Self.bound) }
        if lastOfPlanned > 0 { budgetGrowth = clipped(planAhead / lastOfPlanned - 1, Self.bound) }
        let prior = Self.priorError * size
        if size > 0 { reliability = (lastError + prior) / (budgetError + lastError + 2 * prior) }
    }
}
