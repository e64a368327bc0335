import FinalAccounts

/// One subject's year measured against what could be expected: what the flags are made from.
struct SubjectReview {
    /// The exact figures.
    let facts: SubjectFacts
    /// A slip among the figures, in which case nothing else is measured.
    let slip: SlipTest.Finding?
    /// Spending against the initial budget; `nil` without a budget to speak of.
    let budget: Departure?
    /// Spending against earlier years; `nil` without any.
    let history: Departure?
    /// The year's figures in yuan with recognised slips below taken out.
    let corrected: CorrectedFigures

    /// A figure against its expectation.
    struct Departure {
        /// How far outside the expected range, on the amount scale.
        let position: Double
        /// The same in yuan.
        let yuan: Double
        /// The departures of earlier years, in the same units as `position`.
        let earlier: [Double]
        /// Whether the expectation is nothing at all: unbudgeted, or new this year.
        let fromNothing: Bool
    }
}

/// A year's figures in yuan after the slips found below the subject were put right.
struct CorrectedFigures {
    var actual: Double?
    var budget: Double?
    var previous: Double?
}

extension SubjectReview {
    /// Measures one subject.
    ///
    /// - Parameters:
    ///   - corrected: the figures with slips of the level below put right.
    ///   - scale: where departures are measured.
    ///   - materiality: the smallest slip that matters, in yuan.
    init(_ facts: SubjectFacts, corrected: CorrectedFigures, scale: AmountScale, materiality: Double) {
        self.facts = facts
        guard let actual = corrected.actual else {
            self.corrected = corrected
            slip = nil
            budget = nil
            history = nil
            return
        }
        let older = facts.history.dropLast(facts.history.last?.year == facts.previousYear ? 1 : 0).map(\.actual)
        var scratch = Array(older.suffix(Self.window))
        let test = SlipTest(
            actual: actual, budget: facts.isBudgeted ? corrected.budget : nil, previous: corrected.previous,
            older: older.isEmpty ? nil : RobustScale.median(&scratch))
        slip = test.finding(materiality: materiality)
        var mended = corrected
        if let slip { mended.mend(slip) }
        self.corrected = mended
        budget = slip == nil ? Self.againstBudget(facts, corrected, actual: actual, scale: scale) : nil
        history = slip == nil ? Self.againstHistory(facts, corrected, actual: actual, scale: scale) : nil
    }

    /// How many earlier years an expectation looks back.
    private static let window = 5

    private static func againstBudget(
        _ facts: SubjectFacts, _ figures: CorrectedFigures, actual: Double, scale: AmountScale
    ) -> Departure? {
        guard let budget = figures.budget else { return nil }
        let base = scale.position(of: budget)
        let position = scale.position(of: actual)
        var earlier = facts.history.suffix(window).compactMap { year in
            year.budget.map { scale.position(of: year.actual) - scale.position(of: $0) }
        }
        var expectation = Expectation(base)
        if !earlier.isEmpty {
            // A subject that overruns every year by as much is no news this year.
            let usual = RobustScale.median(&earlier)
            expectation.include(base + usual)
            for index in earlier.indices { earlier[index] -= usual }
        }
        return departure(
            of: position, actual: actual, from: expectation, scale: scale, earlier: earlier,
            fromNothing: budget == 0)
    }

    private static func againstHistory(
        _ facts: SubjectFacts, _ figures: CorrectedFigures, actual: Double, scale: AmountScale
    ) -> Departure? {
        guard let previous = figures.previous else { return nil }
        var positions = facts.history.suffix(window).map { scale.position(of: $0.actual) }
        let last = scale.position(of: previous)
        if facts.history.last?.year == facts.previousYear { positions.removeLast() }
        positions.append(last)
        let changes = zip(positions.dropFirst(), positions).map { $0 - $1 }
        var expectation = Expectation(last)
        if !changes.isEmpty {
            expectation.include(last + changes.reduce(0, +) / Double(changes.count) / 2)
            var scratch = positions
            expectation.include(RobustScale.median(&scratch))
        }
        return departure(
            of: scale.position(of: actual), actual: actual, from: expectation, scale: scale, earlier: changes,
            fromNothing: previous == 0 || actual == 0)
    }

    private static func departure(
        of position: Double, actual: Double, from expectation: Expectation, scale: AmountScale, earlier: [Double],
        fromNothing: Bool
    ) -> Departure {
        let outside = expectation.departure(of: position)
        let edge = scale.yuan(at: expectation.nearest(to: position))
        return Departure(
            position: outside, yuan: outside == 0 ? 0 : actual - edge, earlier: earlier, fromNothing: fromNothing)
    }
}

extension CorrectedFigures {
    /// Puts a slipped figure right.
    mutating func mend(_ slip: SlipTest.Finding) {
        switch slip.figure {
        case .actual, .actualOrBudget, .actualOrPrevious: actual = slip.expected
        case .initialBudget: budget = slip.expected
        case .previousActual: previous = slip.expected
        }
    }
}
