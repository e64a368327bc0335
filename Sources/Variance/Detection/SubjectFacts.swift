import FinalAccounts

/// What is known of one subject for the year under review, exact and on the scale departures are measured on.
struct SubjectFacts {
    /// The year's line; `nil` when there is none.
    let observation: Observation?
    /// The year's actual; zero where the absence of a line says so.
    let current: Amount?
    /// The actual of the year before; zero where the absence of a line says so.
    let previous: Amount?
    /// The approved initial budget, zero for unbudgeted spending; `nil` where the document is silent.
    let budget: Amount?
    /// Whether an initial budget of more than nothing was approved.
    let isBudgeted: Bool
    /// The number of the year before.
    let previousYear: Int
    /// Earlier actuals with their initial budgets (zero for unbudgeted), ascending, in yuan.
    let history: [(year: Int, actual: Double, budget: Double?)]

    init(_ tree: UnitTree, _ index: Int, year: FiscalYear) {
        let series = tree.series[index]
        previousYear = year.number - 1
        let observation = series.observation(in: year)
        self.observation = observation
        current = tree.actualOrZero(of: index, in: year)
        previous = tree.actualOrZero(of: index, in: year.previous)
        budget = observation.flatMap { Self.budget(of: $0) }
        isBudgeted = (observation?.initialBudget.amount ?? .zero) != .zero
        history = series.observations.lazy.filter { $0.year < year }.compactMap { earlier in
            earlier.actual.map { actual in
                (earlier.year.number, actual.doubleValue, Self.budget(of: earlier)?.doubleValue)
            }
        }
    }

    private static func budget(of observation: Observation) -> Amount? {
        switch observation.initialBudget {
        case .stated(let amount): amount
        case .unbudgeted: .zero
        case .notStated: nil
        }
    }
}
