import FinalAccounts

/// Every subject of one unit measured for one year, from the narrowest level up.
struct UnitReview {
    let tree: UnitTree
    let subjects: [SubjectReview]
    /// The smallest departure that matters, in yuan.
    let materiality: Double
    /// What variation is ordinary in this unit.
    let ordinary: OrdinaryVariation

    /// - Returns: `nil` when the unit has no line in the year.
    init?(_ tree: UnitTree, year: FiscalYear, thresholds: AnomalyThresholds) {
        guard tree.series.contains(where: { $0.observation(in: year) != nil }) else { return nil }
        let facts = tree.series.indices.map { SubjectFacts(tree, $0, year: year) }
        let materiality = thresholds.materiality(ofTotal: Self.base(facts[0]))
        let scale = AmountScale(threshold: materiality / 10)
        subjects = Self.reviews(tree, facts, scale: scale, materiality: materiality)
        self.tree = tree
        self.materiality = materiality
        ordinary = OrdinaryVariation(of: subjects, leaves: tree.children.map(\.isEmpty), thresholds: thresholds)
    }

    /// The total that materiality is a share of: the lower median of what the unit spent, was to spend and spent
    /// the year before, so that one slipped figure does not make everything else immaterial.
    private static func base(_ total: SubjectFacts) -> Double {
        let known = [total.current, total.budget, total.previous].compactMap { $0?.magnitude.doubleValue }
        let positive = known.filter { $0 > 0 }.sorted()
        return positive.isEmpty ? 0 : positive[(positive.count - 1) / 2]
    }

    private static func reviews(
        _ tree: UnitTree, _ facts: [SubjectFacts], scale: AmountScale, materiality: Double
    ) -> [SubjectReview] {
        let figures = facts.map {
            CorrectedFigures(
                actual: $0.current?.doubleValue, budget: $0.budget?.doubleValue, previous: $0.previous?.doubleValue)
        }
        var reviews = [SubjectReview?](repeating: nil, count: facts.count)
        for index in tree.narrowestFirst {
            var own = figures[index]
            for child in tree.children[index] {
                guard let review = reviews[child] else { continue }
                own.absorb(figures[child], corrected: review.corrected)
            }
            let review = SubjectReview(facts[index], corrected: own, scale: scale, materiality: materiality)
            reviews[index] = review
        }
        return reviews.compactMap { $0 }
    }
}

extension CorrectedFigures {
    /// Takes over a correction of a part, where the sum contained the slip.
    fileprivate mutating func absorb(_ stated: CorrectedFigures, corrected: CorrectedFigures) {
        actual = Self.absorbed(actual, stated.actual, corrected.actual)
        budget = Self.absorbed(budget, stated.budget, corrected.budget)
        previous = Self.absorbed(previous, stated.previous, corrected.previous)
    }

    private static func absorbed(_ whole: Double?, _ stated: Double?, _ corrected: Double?) -> Double? {
        guard let whole, let stated, let corrected, stated != corrected else { return whole }
        // A sum smaller than a part it is said to contain was formed from the right figure.
        if stated > corrected, whole < stated { return whole }
        return whole + (corrected - stated)
    }
}

extension UnitTree {
    /// Every index after those of its children.
    var narrowestFirst: [Int] {
        var order: [Int] = []
        order.reserveCapacity(series.count)
        var pending = [0]
        while let index = pending.popLast() {
            order.append(index)
            pending += children[index]
        }
        return order.reversed()
    }
}
