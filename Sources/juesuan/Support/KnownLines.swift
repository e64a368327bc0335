import FinalAccounts

/// The lines a forecast may know of: those of years before the target and, with a budget, the target's own initial budgets.
struct KnownLines {
    private let target: FiscalYear
    private let withBudget: Bool

    init(before target: FiscalYear, withBudget: Bool) {
        self.target = target
        self.withBudget = withBudget
    }

    func of(_ lines: [AccountLine]) -> [AccountLine] {
        lines.compactMap { line in
            if line.fiscalYear < target { return line }
            guard withBudget, line.fiscalYear == target else { return nil }
            var budget = line
            (budget.adjustedBudget, budget.actual, budget.basic, budget.project) = (nil, nil, nil, nil)
            return budget
        }
    }
}
