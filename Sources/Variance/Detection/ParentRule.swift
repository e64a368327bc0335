import FinalAccounts

/// Keeps a sum off the list when its parts are already on it.
///
/// A parent's flags of one family stand only when the flagged subjects below it account for less than
/// ``AnomalyThresholds/explainedShare`` of the parent's departure; then it is the drift of many small parts
/// that is worth asking about, or a level below that nobody reported.
struct ParentRule {
    let tree: UnitTree
    let subjects: [SubjectFigures]
    let explainedShare: Double

    /// The flags that remain, given those raised, in the order of the tree's series.
    func keeping(_ flags: [[AnomalyFlag]]) -> [[AnomalyFlag]] {
        var kept = flags
        var accounted: [FlagFamily: [Double]] = [:]
        let families: [FlagFamily] = [.budget, .history]
        for family in families { accounted[family] = Array(repeating: 0, count: flags.count) }
        for index in tree.narrowestFirst {
            for family in families {
                let departure = Self.departure(of: subjects[index], family)
                let below = tree.children[index].reduce(0) { sum, child in
                    let part = accounted[family]?[child] ?? 0
                    return (part < 0) == (departure < 0) ? sum + part : sum
                }
                let isFlagged = kept[index].contains { $0.family == family || $0.kind == .unitSlip }
                if isFlagged, below != 0, abs(below) >= explainedShare * abs(departure) {
                    kept[index].removeAll { $0.family == family }
                }
                let stands = kept[index].contains { $0.family == family || $0.kind == .unitSlip }
                accounted[family]?[index] = stands ? departure : below
            }
        }
        return kept
    }

    private static func departure(of subject: SubjectFigures, _ family: FlagFamily) -> Double {
        guard let current = subject.facts.current?.doubleValue else { return 0 }
        let base = family == .budget ? subject.facts.budget : subject.facts.previous
        return base.map { current - $0.doubleValue } ?? 0
    }
}
