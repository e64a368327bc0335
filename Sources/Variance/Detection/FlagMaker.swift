import FinalAccounts

/// Turns one subject's departures into flags.
struct FlagMaker {
    let thresholds: AnomalyThresholds
    let materiality: Double
    let ordinary: OrdinaryVariation
    /// The unit's totals of the year before and of the year, for shares.
    let totals: (previous: Amount?, current: Amount?)

    /// How many observations what is ordinary elsewhere weighs against a subject's own years.
    private static let priorCount = 3.0

    /// The flags of a subject; none when nothing is out of the ordinary or material.
    func flags(of review: SubjectReview) throws(AmountError) -> [AnomalyFlag] {
        if let slip = review.slip { return [try flag(for: slip)] }
        return try budgetFlags(of: review) + historyFlags(of: review)
    }

    private func flag(for slip: SlipTest.Finding) throws(AmountError) -> AnomalyFlag {
        let evidence = FlagEvidence.slip(
            figure: slip.figure, stated: try Amount(rounding: slip.stated),
            expected: try Amount(rounding: slip.expected),
            power: slip.power)
        let departure = slip.stated - slip.expected
        return flag(
            .unitSlip, evidence, Measure(departure: departure, unexplained: departure, surprise: Severity.slipSurprise))
    }

    private func budgetFlags(of review: SubjectReview) throws(AmountError) -> [AnomalyFlag] {
        guard let departure = review.budget, let actual = review.facts.current, let budget = review.facts.budget
        else { return [] }
        let excess = try actual.subtracting(budget).doubleValue
        guard abs(excess) >= materiality else { return [] }
        let prior = departure.fromNothing ? ordinary.unbudgeted : ordinary.budget
        let measure = Measure(
            departure: excess, unexplained: departure.yuan, surprise: surprise(of: departure, prior: prior))
        if !review.facts.isBudgeted {
            return [flag(.unbudgeted, .againstBudget(budget: nil, actual: actual), measure)]
        }
        let evidence = FlagEvidence.againstBudget(budget: budget, actual: actual)
        let relative = excess / budget.magnitude.doubleValue
        if relative >= thresholds.overrunRate { return [flag(.overrun, evidence, measure)] }
        if relative <= -thresholds.unspentRate { return [flag(.unspent, evidence, measure)] }
        return []
    }

    private func historyFlags(of review: SubjectReview) throws(AmountError) -> [AnomalyFlag] {
        guard let departure = review.history, let current = review.facts.current, let previous = review.facts.previous
        else { return [] }
        let change = try current.subtracting(previous)
        guard change.magnitude.doubleValue >= materiality else { return [] }
        let prior = departure.fromNothing ? max(ordinary.unbudgeted, ordinary.history) : ordinary.history
        let measure = Measure(
            departure: change.doubleValue, unexplained: departure.yuan,
            surprise: surprise(of: departure, prior: prior))
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
        guard let before = totals.previous, let now = totals.current,
            let first = StatedPercentage(of: previous, in: before),
            let second = StatedPercentage(of: current, in: now),
            abs(second.doubleValue - first.doubleValue) >= thresholds.sharePoints
        else { return nil }
        return (first, second)
    }

    private func surprise(of departure: SubjectReview.Departure, prior: Double) -> Double {
        let (scale, degrees) = Surprise.moderated(own: departure.earlier, prior: prior, priorCount: Self.priorCount)
        return Surprise.normalEquivalent(ofT: abs(departure.position) / scale, degreesOfFreedom: degrees)
    }

    private func flag(_ kind: FlagKind, _ evidence: FlagEvidence, _ measure: Measure) -> AnomalyFlag {
        AnomalyFlag(
            kind: kind, evidence: evidence, surprise: measure.surprise, unexplained: abs(measure.unexplained),
            severity: Severity.of(
                kind, departure: measure.departure, unexplained: measure.unexplained, materiality: materiality,
                surprise: measure.surprise))
    }

    /// A departure in yuan, the part outside the ordinary, and how surprising that part is.
    private struct Measure {
        let departure: Double
        let unexplained: Double
        let surprise: Double
    }
}
