import FinalAccounts

/// The hidden sheet by which a workbook is known again: what it is a draft of, how its columns lie, and what it suggested
/// when it was written.
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
    /// The entries as they were suggested, in order; none in workbooks of 0.1.0.
    let suggestions: [DraftEntry]

    init(draft: BudgetDraft) {
        unit = draft.unit
        year = draft.year
        scheme = draft.scheme
        displayUnit = draft.amounts.displayUnit
        history = draft.historyYears.count
        scenario = draft.scenario
        suggestions = draft.entries.map { DraftEntry(subject: $0.subject, suggested: $0.suggested) }
    }

    /// Reads the marks back from the rows of the hidden sheet.
    ///
    /// - Returns: `nil` when something is missing or of a form this version does not know.
    init?(rows: [[String]]) {
        let pairs = rows.filter { $0.count > 1 && $0[0] != Self.suggestion }
        let values = Dictionary(pairs.map { ($0[0], $0[1]) }) { first, _ in first }
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
        suggestions = rows.compactMap(Self.entry)
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
            rows: rows.map { key, value in Spreadsheet.Row([.text(key), .text(value)]) }
                + suggestions.map { Spreadsheet.Row(Self.cells($0).map { .text($0) }) }, isHidden: true)
    }

    // MARK: Suggestions

    /// The key of a row that holds one: its amount in 分, its level, its code and its names behind it.
    private static let suggestion = "suggested"

    private static func cells(_ entry: DraftEntry) -> [String] {
        let subject = entry.subject
        return [
            suggestion, entry.suggested.map { String($0.minorUnits) } ?? "", String(subject.level.depth),
            subject.code ?? "",
        ] + subject.names
    }

    private static func entry(_ row: [String]) -> DraftEntry? {
        guard row.count > 3, row[0] == suggestion, let depth = Int(row[2]) else { return nil }
        let names = row.dropFirst(4).filter { !$0.isEmpty }
        let subject = Subject(
            code: row[3].isEmpty ? nil : row[3], names: names, level: SubjectLevel(depth: depth))
        return DraftEntry(subject: subject, suggested: Int64(row[1]).map(Amount.init(minorUnits:)))
    }
}
