import FinalAccounts
import Forecasting

/// Forecasts as a table with the columns of the documented interface:
/// `unit,subject_code,subject_name,level,target_year,forecast,lower80,upper80,lower95,upper95,model,years_used,note`.
public struct ForecastTable: Sendable {
    /// The forecasts, in order.
    public let rows: [ForecastRow]
    /// How codes nest, for the names of levels.
    public let scheme: SubjectScheme
    /// The language of headings and notes.
    public let language: Language
    /// How money is written in notes.
    public let amounts: AmountStyle

    /// Prepares a table.
    public init(_ rows: [ForecastRow], scheme: SubjectScheme, language: Language, amounts: AmountStyle = .chinese) {
        self.rows = rows
        self.scheme = scheme
        self.language = language
        self.amounts = amounts
    }

    /// The table.
    public var table: ReportTable {
        let years = Set(rows.map(\.targetYear)).sorted()
        let title = years.count == 1 ? word(Phrase.forecastFor(years[0].number)) : word(.forecast)
        return ReportTable(
            name: "forecasts", title: title, columns: columns, rows: rows.map(cells),
            notes: rows.contains(where: \.usesSyntheticFigures) ? [word(.includesSyntheticFigures)] : [])
    }

    private func word(_ phrase: Phrase) -> String { phrase.text(in: language) }

    private var columns: [ReportColumn] {
        let units = Set(rows.map(\.unit)).count
        let years = Set(rows.map(\.targetYear)).count
        return [
            ReportColumn("unit", title: word(.unit), audience: units > 1 ? .everyone : .programs),
            ReportColumn("subject_code", title: word(.subjectCode), kind: .label),
            ReportColumn("subject_name", title: word(.subject)),
            ReportColumn("level", title: word(.level), kind: .label, audience: .programs),
            ReportColumn(
                "target_year", title: word(.targetYear), kind: .number, audience: years > 1 ? .everyone : .programs),
            ReportColumn("forecast", title: word(.forecast), kind: .amount),
            ReportColumn("lower80", title: word(.lower80), kind: .amount),
            ReportColumn("upper80", title: word(.upper80), kind: .amount),
            ReportColumn("lower95", title: word(.lower95), kind: .amount, dispensability: 4),
            ReportColumn("upper95", title: word(.upper95), kind: .amount, dispensability: 5),
            ReportColumn("model", title: word(.model), kind: .label, dispensability: 1),
            ReportColumn("years_used", title: word(.yearsUsed), kind: .number, dispensability: 3),
            ReportColumn("note", title: word(.note), dispensability: 2),
        ]
    }

    private func cells(_ row: ForecastRow) -> [ReportCell] {
        let notes = ForecastNoteText(language: language, amounts: amounts)
        return [
            .text(row.unit.name), .text(ifStated: row.subject.code),
            .text(SubjectLabel(language: language).name(of: row.subject)), .text(scheme.name(of: row.subject.level)),
            .integer(row.targetYear.number), .amount(row.forecast), .amount(ifStated: row.range80?.lowerBound),
            .amount(ifStated: row.range80?.upperBound), .amount(ifStated: row.range95?.lowerBound),
            .amount(ifStated: row.range95?.upperBound),
            .term(code: row.model.rawValue, label: ModelLabel(language: language).text(row.model)),
            .integer(row.yearsUsed), .text(notes.text(row.notes)),
        ]
    }
}
