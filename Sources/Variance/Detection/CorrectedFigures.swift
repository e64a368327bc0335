/// A year's figures in yuan after recognised slips were put right.
struct CorrectedFigures: Hashable, Sendable {
    var actual: Double?
    var budget: Double?
    var previous: Double?

    /// Puts a slipped figure right.
    mutating func mend(_ slip: SlipTest.Finding) {
        switch slip.figure {
        case .actual, .actualOrBudget, .actualOrPrevious: actual = slip.expected
        case .initialBudget: budget = slip.expected
        case .previousActual: previous = slip.expected
        }
    }

    /// Takes over the correction of a part, where the sum contained the slip.
    mutating func absorb(_ stated: CorrectedFigures, corrected: CorrectedFigures) {
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
