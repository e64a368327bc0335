import FinalAccounts

/// The hidden sheet by which a workbook is known again: what it is a draft of and how its columns lie.
struct DraftMarks: Hashable, Sendable {
    /// The name of the sheet.
    static let sheetName = "_juesuan"
    /// The form of the workbook this version writes and reads.
    static let form = 1

    let unit: BudgetUnit
    let year: FiscalYear
    let scheme: SubjectScheme
    let displayUnit: AmountUnit
    let history: Int
    /// The scenario whose rules the requests keep; `nil` for none.
    let scenario: String?

    init(draft: BudgetDraft) {
        unit = draft.unit
        year = draft.year
        scheme = draft.scheme
        displayUnit = draft.amounts.displayUnit
        history = draft.historyYears.count
        scenario = draft.scenario
    }

    /// Reads the marks back from the rows of the hidden sheet.
    ///
    /// - Returns: `nil` when something is missing or of a form this version does not know.
    init?(rows: [(key: String, value: String)]) {
        let values = Dictionary(rows.map { ($0.key, $0.value) }) { first, _ in first }
        guard values["form"].flatMap({ Int($0) }) == Self.form, let unit = values["unit"],
            let year = values["fiscal_year"].flatMap({ try? FiscalYear(parsing: $0) }),
            let scheme = values["scheme"].flatMap({ try? SubjectScheme(parsing: $0) }),
            let displayUnit = values["amount_unit"].flatMap(AmountUnit.init(rawValue:)),
            let history = values["history"].flatMap({ Int($0) }), (0...100).contains(history)
        else { return nil }
        self.unit = BudgetUnit(unit)
        self.year = year
        self.scheme = scheme
        self.displayUnit = displayUnit
        self.history = history
        scenario = values["scenario"]
    }

    /// The sheet.
    var sheet: Spreadsheet.Sheet {
        let rows =
            [
                ("form", String(Self.form)), ("unit", unit.name), ("fiscal_year", year.description),
                ("scheme", scheme.text), ("amount_unit", displayUnit.rawValue), ("history", String(history)),
            ] + (scenario.map { [("scenario", $0)] } ?? [])
        return Spreadsheet.Sheet(
            name: Self.sheetName, widths: [16, 50],
            rows: rows.map { key, value in Spreadsheet.Row([.text(key), .text(value)]) }, isHidden: true)
    }
}
