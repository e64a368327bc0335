import FinalAccounts
import Forecasting
import Platform

/// How far off forecasts of past years were, a level a row, for readers of a report.
///
/// Columns: `level, subjects, forecast_error, last_value_error, budget_error, coverage80`; errors and coverage in percent.
package struct AccuracyTable: Sendable {
    private let report: BacktestReport
    private let years: ClosedRange<Int>
    private let scheme: SubjectScheme
    private let language: Language

    /// Prepares a table.
    ///
    /// - Parameter years: the years that were forecast.
    package init(_ report: BacktestReport, years: ClosedRange<Int>, scheme: SubjectScheme, language: Language) {
        self.report = report
        self.years = years
        self.scheme = scheme
        self.language = language
    }

    /// The table, from the total down.
    package var table: ReportTable {
        let span = YearList.text(years.map { FiscalYear($0) })
        let references: Set<String> = ["last-value", "budget"]
        let model = report.summary.first { !references.contains($0.model) }?.model ?? ""
        let own = report.summary.filter { $0.model == model && $0.step == 1 }.sorted { $0.level < $1.level }
        return ReportTable(
            name: "accuracy",
            title: language.words("准确度：以当时所知预测\(span)年", "accuracy: \(span) forecast from what was known then"),
            columns: [
                ReportColumn("level", title: language.words("级次", "level"), kind: .label),
                ReportColumn("subjects", title: language.words("预测数", "forecasts"), kind: .number),
                ReportColumn("forecast_error", title: language.words("预测误差", "error"), kind: .number),
                ReportColumn("last_value_error", title: language.words("照用上年", "last year"), kind: .number),
                ReportColumn("budget_error", title: language.words("年初预算", "budget"), kind: .number),
                ReportColumn("coverage80", title: language.words("落入80%区间", "inside 80% range"), kind: .number),
            ],
            rows: own.map { row in
                [
                    .text(LevelLabel(scheme: scheme, language: language).name(of: row.level)), .integer(row.subjects),
                    percent(report.value(.wape, model: model, level: row.level)),
                    percent(report.value(.wape, model: "last-value", level: row.level)),
                    percent(report.value(.wape, model: "budget", level: row.level)),
                    percent(report.value(.coverage(0.8), model: model, level: row.level)),
                ]
            },
            notes: [
                language.words(
                    "误差为各科目误差绝对值之和占决算之和的百分比；“照用上年”“年初预算”为以上年决算、年初预算代替预测时的误差。",
                    "Errors: the sum of all misses in percent of the sum spent; beside it, the errors of repeating last year and of the approved budget."
                )
            ])
    }

    private func percent(_ share: Double?) -> ReportCell {
        share.map { .text(DecimalDigits.fixed(100 * $0, decimals: 1) + "%") } ?? .empty
    }
}
