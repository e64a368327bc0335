/// Rows of one body and year that stand more than once.
package struct DoubledRows: Hashable, Sendable {
    /// The body and the year.
    package let unit: BudgetUnit
    package let fiscalYear: FiscalYear
    /// The subject of the first such row.
    package let subject: Subject
    /// How many rows repeat another to the last 分.
    package let repeated: Int
    /// How many rows are of a subject that another row is of too.
    package let shared: Int
    /// Whether the rows as a whole stand twice: at least two, and half of all subjects.
    package let isWhole: Bool

    /// Looks through the rows of one body and year; `nil` where every subject of a fund stands in one row.
    package init?(_ lines: [AccountLine]) {
        var seen: [Place: [Row]] = [:]
        var repeated = 0
        var shared = 0
        var first: AccountLine?
        for line in lines {
            let row = Row(line)
            if let rows = seen[Place(line)] {
                shared += 1
                if rows.contains(row), line.actual ?? line.initialBudget.amount ?? .zero != .zero { repeated += 1 }
                first = first ?? line
            }
            seen[Place(line), default: []].append(row)
        }
        guard let first else { return nil }
        (unit, fiscalYear, subject) = (first.unit, first.fiscalYear, first.subject)
        self.repeated = repeated
        self.shared = shared
        isWhole = repeated >= 2 && repeated * 2 >= seen.count
    }

    private struct Place: Hashable {
        let fund: Fund
        let key: SubjectKey

        init(_ line: AccountLine) {
            (fund, key) = (line.fund, line.subject.key)
        }
    }

    private struct Row: Hashable {
        let budget: BudgetState
        let adjusted: Amount?
        let actual: Amount?

        init(_ line: AccountLine) {
            (budget, adjusted, actual) = (line.initialBudget, line.adjustedBudget, line.actual)
        }
    }
}
