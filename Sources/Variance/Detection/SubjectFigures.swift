import FinalAccounts

/// One subject's figures on the scale departures are measured on, slips put right.
struct SubjectFigures {
    /// The exact figures.
    let facts: SubjectFacts
    /// A slip among the figures; the fields below hold what they would be without it.
    let slip: SlipTest.Finding?
    /// The year's figures in yuan.
    let corrected: CorrectedFigures
    /// Where the year's actual stands; `nil` when it is not known.
    let actual: Double?
    /// Where the initial budget stands, zero for unbudgeted; `nil` when the document is silent.
    let budget: Double?
    /// Where last year's actual stands.
    let previous: Double?
    /// The earlier years with a known actual, ascending, last year included; at most ``longWindow``.
    let pastYears: [Int]
    /// Where the actuals of ``pastYears`` stand.
    let past: [Double]
    /// The step from the initial budget to the actual; NaN from or to nothing.
    let executionStep: Double
    /// The step from last year's actual to the year's; NaN from or to nothing.
    let changeStep: Double
    /// How far the actuals of earlier years stood from their initial budgets, ascending; at most ``window``.
    let earlierExecution: [Double]

    /// How many earlier years an expectation looks back.
    static let window = 6
    /// How many earlier years a trend looks back.
    static let longWindow = 8

    /// Takes one subject's figures to the scale, looking for a slip on the way.
    ///
    /// - Parameters:
    ///   - figures: the year's figures with slips of the level below put right.
    ///   - scale: where departures are measured.
    ///   - slipMateriality: the smallest slip that matters, in yuan; `nil` where slips are not looked for.
    init(_ facts: SubjectFacts, _ figures: CorrectedFigures, scale: AmountScale, slipMateriality: Double?) {
        self.facts = facts
        let slip = slipMateriality.flatMap { Self.slip(facts, figures, materiality: $0) }
        var corrected = figures
        if let slip { corrected.mend(slip) }
        self.slip = slip
        self.corrected = corrected
        actual = corrected.actual.map(scale.position)
        budget = corrected.budget.map(scale.position)
        previous = corrected.previous.map(scale.position)
        executionStep = Self.step(from: budget, to: actual)
        changeStep = Self.step(from: previous, to: actual)
        let hasPrevious = facts.history.last?.year == facts.previousYear
        let before = facts.history.dropLast(hasPrevious ? 1 : 0).suffix(Self.longWindow - 1)
        pastYears = before.map(\.year) + (previous == nil ? [] : [facts.previousYear])
        past = before.map { scale.position(of: $0.actual) } + (previous.map { [$0] } ?? [])
        let years = facts.history.suffix(Self.window)
        earlierExecution = years.compactMap { year in
            year.budget.map { scale.position(of: year.actual) - scale.position(of: $0) }
        }
    }

    /// Where the actuals of the last few years stand, ascending, last year's included; at most ``window``.
    var earlier: ArraySlice<Double> { past.suffix(Self.window) }

    private static func step(from base: Double?, to position: Double?) -> Double {
        guard let base, let position, base != 0, position != 0 else { return .nan }
        return position - base
    }

    private static func slip(
        _ facts: SubjectFacts, _ figures: CorrectedFigures, materiality: Double
    ) -> SlipTest.Finding? {
        guard let actual = figures.actual else { return nil }
        let hasPrevious = facts.history.last?.year == facts.previousYear
        return SlipTest(
            actual: actual, budget: facts.isBudgeted ? figures.budget : nil, previous: figures.previous,
            older: facts.history.dropLast(hasPrevious ? 1 : 0).suffix(window).map(\.actual)
        ).finding(materiality: materiality)
    }
}
