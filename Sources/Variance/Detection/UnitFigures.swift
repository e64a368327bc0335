import FinalAccounts

/// Every subject of one unit with its figures of one year, from the narrowest level up.
struct UnitFigures {
    let tree: UnitTree
    /// In the order of the tree's series.
    let subjects: [SubjectFigures]
    /// The smallest departure that matters, in yuan.
    let materiality: Double
    /// Where this unit's departures are measured.
    let scale: AmountScale

    /// - Returns: `nil` when the unit has no line in the year.
    init?(_ tree: UnitTree, year: FiscalYear, thresholds: AnomalyThresholds) {
        guard tree.series.contains(where: { $0.observation(in: year) != nil }) else { return nil }
        let facts = tree.series.indices.map { SubjectFacts(tree, $0, year: year) }
        materiality = thresholds.materiality(ofTotal: Self.base(facts[0]))
        // A tenth of what matters is a trifle: below it steps are sums, above it ratios.
        scale = AmountScale(threshold: materiality / 10)
        subjects = Self.figures(tree, facts, scale: scale, materiality: materiality)
        self.tree = tree
    }

    /// Whether a subject has no part below it.
    func isItem(_ index: Int) -> Bool { tree.children[index].isEmpty }

    /// The total that materiality is a share of: the lower median of what the unit spent, was to spend and spent
    /// the year before, so that one slipped figure does not make everything else immaterial.
    private static func base(_ total: SubjectFacts) -> Double {
        let known = [total.current, total.budget, total.previous].compactMap { $0?.magnitude.doubleValue }
        let positive = known.filter { $0 > 0 }.sorted()
        return positive.isEmpty ? 0 : positive[(positive.count - 1) / 2]
    }

    private static func figures(
        _ tree: UnitTree, _ facts: [SubjectFacts], scale: AmountScale, materiality: Double
    ) -> [SubjectFigures] {
        let stated = facts.map {
            CorrectedFigures(
                actual: $0.current?.doubleValue, budget: $0.budget?.doubleValue, previous: $0.previous?.doubleValue)
        }
        var result = [SubjectFigures?](repeating: nil, count: facts.count)
        for index in tree.narrowestFirst {
            var figures = stated[index]
            for child in tree.children[index] {
                guard let corrected = result[child]?.corrected else { continue }
                figures.absorb(stated[child], corrected: corrected)
            }
            // A sum cannot slip, its parts can; and a sum with unbudgeted parts is often ten times its budget.
            let mayHaveSlipped = !facts[index].isSummed
            result[index] = SubjectFigures(
                facts[index], figures, scale: scale, slipMateriality: mayHaveSlipped ? materiality : nil)
        }
        return result.compactMap { $0 }
    }
}
