import FinalAccounts
import OfficialForm

/// The fields of a subject line that a row of a table states.
struct TableLineDraft {
    private var amounts: [TableMeaning.Field: StatedAmount] = [:]

    mutating func set(_ field: TableMeaning.Field, _ value: FigureValue) {
        if case .amount(let stated) = value, amounts[field] == nil { amounts[field] = stated }
    }

    /// The line; `nil` where the row states none of it.
    func line(
        _ row: TableStatedRow, _ context: TableStatements.Context, fund: Fund?, path: @autoclosure () -> [String]
    ) -> DisclosedLine? {
        guard let fund, let code = row.label.code, let level = SubjectScheme.china.level(of: code),
            [.actual, .initialBudget, .adjustedBudget].contains(where: { amounts[$0] != nil })
        else { return nil }
        let line = AccountLine(
            unit: context.unit, fiscalYear: context.fiscalYear, fund: fund,
            subject: Subject(code: code, names: path(), level: level),
            initialBudget: amounts[.initialBudget].map { .stated($0.amount) } ?? .notStated,
            adjustedBudget: amounts[.adjustedBudget]?.amount, actual: amounts[.actual]?.amount,
            basic: amounts[.basic]?.amount, project: amounts[.project]?.amount,
            source: SourceReference(file: context.file, page: row.page, quote: row.quote))
        return DisclosedLine(
            line: line, statedInitialBudget: amounts[.initialBudget], statedAdjustedBudget: amounts[.adjustedBudget],
            statedActual: amounts[.actual], statedPreviousActual: amounts[.previous], place: .table)
    }
}
