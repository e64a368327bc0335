import FinalAccounts

/// Flags that rest on plain thresholds: the initial budget and the year before.
extension FlagMaker {
    /// The flag for spending against the initial budget or, where that raises none, against the adjusted one.
    func budgetFlags() throws(AmountError) -> [AnomalyFlag] {
        let flags = try initialBudgetFlags()
        return try flags.isEmpty ? adjustedBudgetFlags() : flags
    }

    /// Spending beyond the adjusted budget, or far below it: there is no later plan that could account for it.
    private func adjustedBudgetFlags() throws(AmountError) -> [AnomalyFlag] {
        guard let actual = facts.current, let budget = facts.adjusted, budget != .zero else { return [] }
        let excess = try actual.subtracting(budget).doubleValue
        guard abs(excess) >= materiality else { return [] }
        let relative = excess / budget.magnitude.doubleValue
        let evidence = FlagEvidence.againstAdjusted(budget: budget, actual: actual)
        let measure = Measure(departure: excess, unexplained: excess, surprise: thresholds.surprise)
        if relative >= thresholds.overrunRate { return [flag(.overrun, evidence, measure)] }
        if relative <= -thresholds.unspentRate { return [flag(.unspent, evidence, measure)] }
        return []
    }

    private func initialBudgetFlags() throws(AmountError) -> [AnomalyFlag] {
        guard let departure = departures.execution, let actual = facts.current, let budget = facts.budget
        else { return [] }
        let excess = try actual.subtracting(budget).doubleValue
        guard abs(excess) >= materiality else { return [] }
        let measure = Measure(departure: excess, unexplained: departure.yuan, surprise: surprise(.execution))
        if !facts.isBudgeted {
            return [flag(.unbudgeted, .againstBudget(budget: nil, actual: actual), measure)]
        }
        guard measure.surprise >= thresholds.surprise else { return [] }
        let evidence = FlagEvidence.againstBudget(budget: budget, actual: actual)
        let relative = excess / budget.magnitude.doubleValue
        if relative >= thresholds.overrunRate { return [flag(.overrun, evidence, measure)] }
        if relative <= -thresholds.unspentRate { return [flag(.unspent, evidence, measure)] }
        return []
    }

    /// The flags for spending against the year before.
    func changeFlags() throws(AmountError) -> [AnomalyFlag] {
        guard let departure = departures.change, let current = facts.current, let previous = facts.previous,
            surprise(.change) >= thresholds.surprise
        else { return [] }
        let change = try current.subtracting(previous)
        guard change.magnitude.doubleValue >= materiality else { return [] }
        let measure = Measure(
            departure: change.doubleValue, unexplained: departure.yuan, surprise: surprise(.change))
        var flags: [AnomalyFlag] = []
        if let kind = changeKind(previous: previous, current: current, change: change) {
            flags.append(flag(kind, .againstPrevious(previous: previous, current: current), measure))
        }
        // A share also moves when the rest of the total does; only a subject that itself left its range is named.
        if departure.position != 0, let shares = shares(previous: previous, current: current) {
            flags.append(flag(.shareShift, .share(previous: shares.previous, current: shares.current), measure))
        }
        return flags
    }

    private func changeKind(previous: Amount, current: Amount, change: Amount) -> FlagKind? {
        if previous == .zero { return .appeared }
        if current == .zero { return .ended }
        guard change.magnitude.doubleValue >= thresholds.yearOverYearRate * previous.magnitude.doubleValue
        else { return nil }
        return change > .zero ? .rose : .fell
    }

    private func shares(
        previous: Amount, current: Amount
    ) -> (previous: StatedPercentage, current: StatedPercentage)? {
        let total = unit.subjects[0].facts
        guard let before = total.previous, let now = total.current,
            let first = StatedPercentage(of: previous, in: before),
            let second = StatedPercentage(of: current, in: now),
            abs(second.doubleValue - first.doubleValue) >= thresholds.sharePoints
        else { return nil }
        return (first, second)
    }
}
