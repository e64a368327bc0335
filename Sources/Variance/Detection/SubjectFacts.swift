import FinalAccounts

/// What is known of one subject for the year under review, exact and on the scale departures are measured on.
struct SubjectFacts {
    /// Whether the year has a line of its own, rather than none or a sum of the level below.
    let isGiven: Bool
    /// Whether the year's figures are the sum of the level below.
    let isSummed: Bool
    /// The year's actual; zero where the absence of a line says so.
    let current: Amount?
    /// The actual of the year before; zero where the absence of a line says so.
    let previous: Amount?
    /// The approved initial budget, zero for unbudgeted spending; `nil` where the document is silent.
    let budget: Amount?
    /// The adjusted budget; `nil` where the document states none.
    let adjusted: Amount?
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
        isSummed = observation?.isSummed == true
        isGiven = observation != nil && !isSummed
        // A sum of which a part is not stated is no figure to hold anything against.
        current = observation?.isComplete == false ? nil : tree.actualOrZero(of: index, in: year)
        let isPreviousWhole = series.observation(in: year.previous)?.isComplete != false
        previous = isPreviousWhole ? tree.actualOrZero(of: index, in: year.previous) : nil
        budget = observation.flatMap { Self.budget(of: $0) }
        adjusted = observation?.adjustedBudget
        isBudgeted = (observation?.initialBudget.amount ?? .zero) != .zero
        var history: [(year: Int, actual: Double, budget: Double?)] = []
        history.reserveCapacity(series.observations.count)
        for place in series.observations.indices {
            guard series.observations[place].year < year else { break }
            guard series.observations[place].isComplete, let actual = series.observations[place].actual else {
                continue
            }
            history.append(
                (
                    series.observations[place].year.number, actual.doubleValue,
                    Self.budget(of: series.observations[place])?.doubleValue
                ))
        }
        self.history = history
    }

    /// The budget to hold spending against; none for a sum of which only some parts state one.
    private static func budget(of observation: Observation) -> Amount? {
        if observation.parts?.isBudgetedInPart == true { return nil }
        return switch observation.initialBudget {
        case .stated(let amount): amount
        case .unbudgeted: .zero
        case .notStated: nil
        }
    }
}
