import FinalAccounts

/// A line for a test: amounts in yuan, the budget `nil` for "not stated".
func line(
    _ code: String, _ year: Int, budget: Int? = nil, actual: Int?, unit: String = "甲单位", unbudgeted: Bool = false
) -> AccountLine {
    let state: BudgetState =
        unbudgeted ? .unbudgeted : budget.map { .stated(Amount(minorUnits: Int64($0) * 100)) } ?? .notStated
    return AccountLine(
        unit: BudgetUnit(unit), fiscalYear: FiscalYear(year),
        subject: Subject(code: code, names: ["科目\(code)"]), initialBudget: state,
        actual: actual.map { Amount(minorUnits: Int64($0) * 100) })
}

extension Array where Element == AccountLine {
    /// The series the lines make under the Chinese scheme.
    func series() throws -> [SpendingSeries] {
        try SeriesBuilder(scheme: .china).series(from: self)
    }
}
