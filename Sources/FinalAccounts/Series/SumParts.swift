/// What the parts of a sum state: a blank is no zero, so that a sum is only as whole as its parts.
public struct SumParts: Hashable, Sendable {
    /// How many lines of one year stand below the sum.
    public var subjects: Int
    /// How many of them state an initial budget, or that there was none.
    public var withBudget: Int
    /// How many of them state an actual.
    public var withActual: Int
    /// The initial budgets of those that state an actual too: what a rate of execution can be taken of.
    public var ratedBudget: Amount?
    /// The actuals of those that state a budget, or that there was none.
    public var ratedActual: Amount?

    /// The parts of one line.
    init(_ line: AccountLine) {
        subjects = 1
        withBudget = line.initialBudget == .notStated ? 0 : 1
        withActual = line.actual == nil ? 0 : 1
        ratedBudget = line.actual == nil ? nil : line.initialBudget.amount
        ratedActual = line.initialBudget == .notStated ? nil : line.actual
    }

    /// The parts of a remainder, which states what the sum beside it leaves.
    init(budget: Amount?, actual: Amount?) {
        subjects = 1
        withBudget = budget == nil ? 0 : 1
        withActual = actual == nil ? 0 : 1
        ratedBudget = actual == nil ? nil : budget
        ratedActual = budget == nil ? nil : actual
    }

    mutating func add(_ other: SumParts) throws(AmountError) {
        subjects += other.subjects
        withBudget += other.withBudget
        withActual += other.withActual
        ratedBudget = try YearCell.sum(ratedBudget, other.ratedBudget)
        ratedActual = try YearCell.sum(ratedActual, other.ratedActual)
    }

    /// Whether every part states an actual, or none does, as in the budget of a year to come.
    public var isComplete: Bool { withActual == 0 || withActual == subjects }

    /// Whether some parts state a budget and others are silent.
    public var isBudgetedInPart: Bool { withBudget > 0 && withBudget < subjects }
}
