/// What variation is ordinary in a unit, as the spread of its own subjects shows it.
struct OrdinaryVariation {
    /// The spread of spending about the budget.
    let budget: Double
    /// The spread of spending without a budget.
    let unbudgeted: Double
    /// The spread of spending about earlier years.
    let history: Double

    /// How many subjects it takes for their spread to say something.
    private static let enough = 8
    /// The spread of amounts that have no base, before anything is known: one step is a factor of e.
    private static let fromNothing = 1.0

    init(of reviews: [SubjectReview], leaves: [Bool], thresholds: AnomalyThresholds) {
        var budgets: [Double] = []
        var histories: [Double] = []
        for (review, isLeaf) in zip(reviews, leaves) where isLeaf {
            if let departure = review.budget, !departure.fromNothing { budgets.append(departure.position) }
            if let departure = review.history, !departure.fromNothing { histories.append(departure.position) }
        }
        let floor = thresholds.ordinaryVariation
        budget = Self.spread(budgets, floor: floor)
        history = Self.spread(histories, floor: 2 * floor)
        unbudgeted = max(budget, Self.fromNothing)
    }

    private static func spread(_ departures: [Double], floor: Double) -> Double {
        guard departures.count >= enough else { return floor }
        return min(fromNothing, max(floor, RobustScale(departures).spread))
    }
}
