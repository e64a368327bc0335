import FinalAccounts
import OfficialForm
import Platform
import Reporting

/// Last year's totals as last year's documents published them and as this year's restate them (可比口径), side by side.
///
/// A document that states a total with last year's, or with its change, restates last year's; one document is enough for that.
package struct RestatedYear: Sendable {
    /// One total.
    package struct Row: Hashable, Sendable {
        /// What is measured; ``Topic/line`` for a subject.
        package let topic: Topic
        /// The subject; `nil` for a total.
        package var subject: Subject?
        /// Last year's figure as its own document has it; `nil` where the ledger has none.
        package let published: Amount?
        /// Last year's figure as this year's document has it, stated or worked out from the change.
        package let restated: Amount?
        /// This year's figure.
        package let current: Amount

        /// The change on last year's figure on one of the two bases.
        func change(on basis: Amount?) throws(AmountError) -> Amount? {
            guard let basis else { return nil }
            return try current.subtracting(basis)
        }
    }

    /// The body.
    package let unit: BudgetUnit
    /// This year.
    package let year: FiscalYear
    /// The totals that this year's documents state, in order of name, then the subjects of which they state last year's amount
    /// or the change on it.
    package let rows: [Row]

    /// Works the totals and subjects out.
    ///
    /// - Parameter lines: the body's lines of both years, under the codes and names they are compared by.
    /// - Throws: ``WorkbenchError`` where this year's documents state nothing of last year; `LedgerError`, `AmountError`.
    package init(_ source: LineSource, unit: BudgetUnit, year: FiscalYear, lines: [AccountLine] = []) throws {
        self.unit = unit
        self.year = year
        let figures = try source.figures(of: unit, year: year)
        let now = figures?.amounts ?? [:]
        let before = try source.figures(of: unit, year: year.previous)?.amounts ?? [:]
        var rows: [Row] = []
        for (measure, current) in now.sorted(by: { $0.key < $1.key }) where measure.aspect == .amount {
            let topic = measure.topic
            let change = now[Measure(topic, .change)]
            let restated =
                try now[Measure(topic, .previousAmount)]
                ?? change.map { change throws(AmountError) in
                    try current.subtracting(change)
                }
            let published = before[measure]
            if restated != nil || published != nil {
                rows.append(Row(topic: topic, published: published, restated: restated, current: current))
            }
        }
        rows += try RestatedLines(figures?.records ?? [], lines: lines.filter { $0.unit == unit }, year: year).rows()
        if rows.isEmpty {
            throw WorkbenchError(
                .data,
                Bilingual(
                    "\(unit.name) \(year) 年度的文件没有与上年并列的合计",
                    "the documents of \(unit.name) for \(year) state no total beside last year's"),
                advice: Bilingual(
                    "请导入 \(year.previous) 年度的文件，或不加 --basis 比较科目",
                    "import the documents of \(year.previous), or compare lines without --basis"))
        }
        self.rows = rows
    }

    /// The totals on one basis, beside the other.
    ///
    /// Columns: `unit, measure, from_year, to_year, published, restated, current, change, change_rate, basis, subject_code, subject_name`.
    package func table(on basis: Basis, language: Language) throws -> ReportTable {
        ReportTable(
            name: "restated",
            title: language.words(
                "\(unit.name) \(year) 年比 \(year.previous) 年（\(basis == .restated ? "可比口径" : "公布口径")）",
                "\(unit.name): \(year) with \(year.previous) as \(basis.rawValue)"),
            columns: [
                ReportColumn("unit", title: language.words("单位", "unit"), audience: .programs),
                ReportColumn("measure", title: language.words("指标", "measure"), kind: .label),
                ReportColumn("from_year", title: language.words("上年", "from"), kind: .number, audience: .programs),
                ReportColumn("to_year", title: language.words("本年", "to"), kind: .number, audience: .programs),
                ReportColumn("published", title: language.words("上年公布数", "published"), kind: .amount),
                ReportColumn("restated", title: language.words("上年重述数", "restated"), kind: .amount),
                ReportColumn("current", title: language.words("本年", "current"), kind: .amount),
                ReportColumn("change", title: language.words("增减额", "change"), kind: .amount),
                ReportColumn("change_rate", title: language.words("增减率", "change rate"), kind: .number),
                ReportColumn("basis", title: language.words("口径", "basis"), kind: .label, audience: .programs),
                ReportColumn(
                    "subject_code", title: language.words("科目编码", "code"), kind: .label, audience: forSubjects),
                ReportColumn("subject_name", title: language.words("科目", "subject"), audience: forSubjects),
            ],
            rows: try rows.map { row in
                let base = basis == .restated ? row.restated : row.published
                let change = try row.change(on: base)
                let rate = base.flatMap { base in
                    base > .zero ? change.flatMap { StatedPercentage(of: $0, in: base) } : nil
                }
                return [
                    .text(unit.name),
                    .term(
                        code: row.topic.rawValue,
                        label: Bilingual(row.topic.form.name, row.topic.form.english).text(in: language)),
                    .integer(year.previous.number), .integer(year.number),
                    .amount(ifStated: row.published), .amount(ifStated: row.restated), .amount(row.current),
                    .amount(ifStated: change), .percentage(ifStated: rate), .text(basis.rawValue),
                    .text(ifStated: row.subject?.code), .text(ifStated: row.subject?.name),
                ]
            })
    }

    private var forSubjects: ReportColumn.Audience { rows.contains { $0.subject != nil } ? .everyone : .programs }

    /// What last year's figure is taken as.
    package enum Basis: String, Hashable, Sendable, CaseIterable {
        /// As last year's own documents have it.
        case published
        /// As this year's documents have it.
        case restated
    }
}
