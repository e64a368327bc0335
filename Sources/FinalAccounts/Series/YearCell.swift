/// What one year holds for one subject while lines and children are added up.
struct YearCell {
    var initialBudget: BudgetState
    var adjustedBudget: Amount?
    var actual: Amount?
    var reasons: Set<String>
    var origin: Origin
    var isSummed = false
    var lines = 1
    /// What the lines below state, which are the cell's own where it was given.
    var parts: SumParts

    init(_ line: AccountLine) {
        initialBudget = line.initialBudget
        adjustedBudget = line.adjustedBudget
        actual = line.actual
        reasons = line.reason.map { [$0] } ?? []
        origin = line.origin
        parts = SumParts(line)
    }

    /// What a given cell states beyond the sum of the level below; `nil` where that is nothing or cannot be told.
    ///
    /// Only what every part below states can be told: a blank is no zero.
    func remainder(beyond sum: YearCell) throws(AmountError) -> YearCell? {
        guard !isSummed, let own = actual, let below = sum.actual, sum.parts.withActual == sum.parts.subjects else {
            return nil
        }
        var rest = self
        rest.reasons = []
        rest.lines = 1
        rest.actual = try own.subtracting(below)
        rest.initialBudget = .notStated
        if case .stated(let budget) = initialBudget, case .stated(let budgets) = sum.initialBudget,
            sum.parts.withBudget == sum.parts.subjects
        {
            rest.initialBudget = .stated(try budget.subtracting(budgets))
        }
        if let adjusted = adjustedBudget, let below = sum.adjustedBudget {
            rest.adjustedBudget = try adjusted.subtracting(below)
        } else {
            rest.adjustedBudget = nil
        }
        let isNothing =
            rest.actual == .zero && rest.initialBudget.amount ?? .zero == .zero
            && rest.adjustedBudget ?? .zero == .zero
        if isNothing { return nil }
        rest.parts = SumParts(budget: rest.initialBudget.amount, actual: rest.actual)
        return rest
    }

    /// Takes from the sum of the level below what a given cell is silent of.
    mutating func complete(from sum: YearCell) {
        if adjustedBudget == nil { adjustedBudget = sum.adjustedBudget }
        let hadBudget = initialBudget != .notStated
        if !hadBudget { initialBudget = sum.initialBudget }
        if actual == nil {
            actual = sum.actual
            parts.subjects = sum.parts.subjects
            parts.withActual = sum.parts.withActual
            parts.withBudget = hadBudget ? sum.parts.subjects : sum.parts.withBudget
            parts.ratedBudget = hadBudget ? initialBudget.amount : sum.parts.ratedBudget
            parts.ratedActual = hadBudget ? sum.actual : sum.parts.ratedActual
        } else if !hadBudget {
            parts = sum.parts
            parts.withActual = parts.subjects
        }
    }

    /// The cell as the sum of a level below: reasons stay with the children.
    var summed: YearCell {
        var copy = self
        copy.isSummed = true
        copy.reasons = []
        copy.lines = 1
        return copy
    }

    mutating func add(_ other: YearCell) throws(AmountError) {
        initialBudget = try Self.sum(initialBudget, other.initialBudget)
        adjustedBudget = try Self.sum(adjustedBudget, other.adjustedBudget)
        actual = try Self.sum(actual, other.actual)
        reasons.formUnion(other.reasons)
        if other.origin == .synthetic { origin = .synthetic }
        try parts.add(other.parts)
    }

    func observation(year: Int) -> Observation {
        Observation(
            year: FiscalYear(year), initialBudget: initialBudget, adjustedBudget: adjustedBudget, actual: actual,
            reason: reasons.isEmpty ? nil : reasons.sorted().joined(separator: "；"), origin: origin, isSummed: isSummed,
            parts: parts)
    }

    static func sum(_ left: Amount?, _ right: Amount?) throws(AmountError) -> Amount? {
        guard let left else { return right }
        guard let right else { return left }
        return try left.adding(right)
    }

    /// Approved budgets add up; a part that is unbudgeted or silent adds nothing to them.
    private static func sum(_ left: BudgetState, _ right: BudgetState) throws(AmountError) -> BudgetState {
        switch (left, right) {
        case (.stated(let first), .stated(let second)): .stated(try first.adding(second))
        case (.stated, _): left
        case (_, .stated): right
        case (.unbudgeted, _), (_, .unbudgeted): .unbudgeted
        case (.notStated, .notStated): .notStated
        }
    }
}
