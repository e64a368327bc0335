import FinalAccounts

/// Turns one subject's answers into flags.
struct FlagMaker {
    let thresholds: AnomalyThresholds
    let review: LedgerReview
    /// The unit the subject belongs to, and what its subjects did in common.
    let unit: UnitFigures
    let movement: CommonMovement.Movement?
    private let offset: Int
    /// The place of the subject in the unit's tree.
    var index = 0

    init(_ review: LedgerReview, unit number: Int, thresholds: AnomalyThresholds) {
        self.thresholds = thresholds
        self.review = review
        unit = review.units[number]
        movement = review.common.units[number]
        offset = review.offsets[number]
    }

    /// A departure in yuan, the part outside the ordinary, and how surprising that part is.
    struct Measure {
        let departure: Double
        let unexplained: Double
        let surprise: Double
    }

    /// The subject's number in the review.
    var subject: Int { offset + index }
    var figures: SubjectFigures { unit.subjects[index] }
    var facts: SubjectFacts { figures.facts }
    var departures: SubjectDepartures { review.departures[subject] }
    var materiality: Double { unit.materiality }

    /// Every flag of the subject; none when nothing is out of the ordinary or material.
    func flags() throws(AmountError) -> [AnomalyFlag] {
        if let slip = figures.slip { return [try flag(for: slip)] }
        guard facts.current != nil else { return [] }
        return try budgetFlags() + changeFlags() + levelFlags() + trendFlags() + forecastFlags() + comparisonFlags()
    }

    private func flag(for slip: SlipTest.Finding) throws(AmountError) -> AnomalyFlag {
        let evidence = FlagEvidence.slip(
            figure: slip.figure, stated: try Amount(rounding: slip.stated),
            expected: try Amount(rounding: slip.expected), power: slip.power)
        let departure = slip.stated - slip.expected
        let surprise = slip.figure == .previousActual ? Severity.oldSlipSurprise : Severity.slipSurprise
        return flag(.unitSlip, evidence, Measure(departure: departure, unexplained: departure, surprise: surprise))
    }

    /// The surprise of one answer; 0 where the question could not be put.
    func surprise(_ statistic: Statistic) -> Double {
        review.column(statistic)?[subject] ?? 0
    }

    /// How the subject fared in a test, when it passed.
    func significance(_ statistic: Statistic) -> Significance? {
        guard let column = review.column(statistic), column[subject] != nil else { return nil }
        let significance = column.significance(of: subject)
        return significance.falseDiscoveryRate <= thresholds.falseDiscoveryRate ? significance : nil
    }

    /// The part of a departure that lies outside the range earlier years lead to expect.
    func unexplained(_ departure: Double, by statistic: Statistic) -> Double {
        guard let ordinary = departures[statistic] else { return departure }
        return min(abs(departure), abs(ordinary.yuan))
    }

    func flag(
        _ kind: FlagKind, _ evidence: FlagEvidence, _ measure: Measure, _ significance: Significance? = nil
    ) -> AnomalyFlag {
        AnomalyFlag(
            kind: kind, evidence: evidence, surprise: measure.surprise, unexplained: abs(measure.unexplained),
            severity: Severity.of(
                kind, departure: measure.departure, unexplained: measure.unexplained, materiality: materiality,
                surprise: measure.surprise),
            significance: significance)
    }
}
