import FinalAccounts
import Platform
import Variance

/// Several years side by side, subject by subject, as a table.
///
/// Columns: `unit, subject_code, subject_name, level`, one for each year by its number, `change` (the last year less the
/// first), `share_of_change, origin`.
package struct ManyYearsTable: Sendable {
    private let tables: [ManyYears]
    private let scheme: SubjectScheme
    private let language: Language
    private let level: SubjectLevel?
    private let scale: @Sendable (Amount, FiscalYear) -> Amount?

    /// Prepares a table.
    ///
    /// - Parameter scale: an amount of a year as it is to be shown; `nil` where it cannot be.
    package init(
        _ tables: [ManyYears], scheme: SubjectScheme, language: Language, level: SubjectLevel? = nil,
        scale: @escaping @Sendable (Amount, FiscalYear) -> Amount? = { amount, _ in amount }
    ) {
        self.tables = tables
        self.scheme = scheme
        self.language = language
        self.level = level
        self.scale = scale
    }

    /// The table, each unit's total first.
    ///
    /// - Throws: `AmountError.overflow` where a difference of scaled amounts does not fit.
    package func table() throws(AmountError) -> ReportTable {
        var rows: [[ReportCell]] = []
        for table in tables {
            for row in [table.total] + table.rows where row.subject == .total || isWanted(row) {
                rows.append(try cells(row, of: table))
            }
        }
        return ReportTable(name: "years", title: title, columns: columns, rows: rows)
    }

    private func isWanted(_ row: ManyYears.Row) -> Bool { level.map { row.subject.level == $0 } ?? true }

    private func word(_ phrase: Bilingual) -> String { phrase.text(in: language) }

    private var years: [FiscalYear] { tables.first?.years ?? [] }

    private var title: String {
        let span = (years.first?.description ?? "") + "–" + (years.last?.description ?? "")
        let words = language.words("\(span) 年支出", "Spending \(span)")
        return tables.count == 1 ? (tables.first?.unit.name ?? "") + " " + words : words
    }

    private var columns: [ReportColumn] {
        [
            ReportColumn("unit", title: word(.unit), audience: tables.count > 1 ? .everyone : .programs),
            ReportColumn("subject_code", title: word(.subjectCode), kind: .label),
            ReportColumn("subject_name", title: word(.subject)),
            ReportColumn("level", title: word(.level), kind: .label, audience: .programs),
        ] + years.map { ReportColumn($0.description, title: $0.description, kind: .amount) } + [
            ReportColumn("change", title: word(.change), kind: .amount),
            ReportColumn("share_of_change", title: language.words("占增减比重", "share of change"), kind: .number),
            ReportColumn("origin", title: word(.origin), kind: .label, audience: .programs),
        ]
    }

    private func cells(_ row: ManyYears.Row, of table: ManyYears) throws(AmountError) -> [ReportCell] {
        let shown = zip(row.amounts, table.years).map { amount, year in amount.flatMap { scale($0, year) } }
        var change: Amount?
        if case (let first??, let last??) = (shown.first, shown.last) { change = try last.subtracting(first) }
        return [
            .text(table.unit.name), .text(ifStated: row.subject.code),
            .text(SubjectLabel(language: language).name(of: row.subject)),
            LevelLabel(scheme: scheme, language: language).cell(row.subject.level),
        ] + shown.map { .amount(ifStated: $0) } + [
            .amount(ifStated: change), .percentage(ifStated: row.shareOfChange),
            .origin(row.usesSyntheticFigures ? .synthetic : .published, in: language),
        ]
    }
}
