/// What one year holds for one subject while lines and children are added up.
struct YearCell {
    var initialBudget: BudgetState
    var adjustedBudget: Amount?
    var actual: Amount?
    var reasons: Set<String>
    var origin: Origin
    var isSummed = false
    var lines = 1

    init(_ line: AccountLine) {
        initialBudget = line.initialBudget
        adjustedBudget = line.adjustedBudget
        actual = line.actual
        reasons = line.reason.map { [$0] } ?? []
        origin = line.origin
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
    }

    func observation(year: Int) -> Observation {
        Observation(
            year: FiscalYear(year), initialBudget: initialBudget, adjustedBudget: adjustedBudget, actual: actual,
            reason: reasons.isEmpty ? nil : reasons.sorted().joined(separator: "；"), origin: origin, isSummed: isSummed)
    }

    private static func sum(_ left: Amount?, _ right: Amount?) throws(AmountError) -> Amount? {
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
