import FinalAccounts
import Forecasting
import Platform

/// How well forecasts of past years did, as a table: one row for each level, distance, year and model, and one over all years.
///
/// Columns: `level, horizon, target_year, model, subjects` and one for every metric; `target_year` is empty in the rows
/// over all years. `wape` and coverage are shares (0.14 is 14%).
package struct BacktestTable: Sendable {
    /// The results.
    package let report: BacktestReport
    /// How codes nest, for the names of levels.
    package let scheme: SubjectScheme
    /// The language of headings.
    package let language: Language

    /// Prepares a table.
    package init(_ report: BacktestReport, scheme: SubjectScheme, language: Language) {
        self.report = report
        self.scheme = scheme
        self.language = language
    }

    /// The table; the rows over all years stand last.
    ///
    /// - Parameter withYears: whether each year has rows of its own.
    package func table(withYears: Bool = true) -> ReportTable {
        let rows = (withYears ? report.rows : []) + (report.rows.count == report.summary.count ? [] : report.summary)
        return ReportTable(
            name: "backtest",
            title: language.words("回测：以当时所知预测往年", "backtest: past years forecast from what was known then"),
            columns: columns, rows: (rows.isEmpty ? report.summary : rows).map(cells),
            notes: [
                language.words(
                    "加权误差率 = Σ|误差| / Σ|决算|；“沿用上年”以上年数为预测，“按预算”以年初预算为预测。",
                    "weighted error = Σ|error| / Σ|actual|; last value repeats last year, approved budget is the initial budget."
                )
            ])
    }

    private var columns: [ReportColumn] {
        let fixed = [
            ReportColumn("level", title: language.words("级次", "level"), kind: .label),
            ReportColumn("horizon", title: language.words("步长", "horizon"), kind: .number, dispensability: 5),
            ReportColumn("target_year", title: language.words("年度", "year"), kind: .number),
            ReportColumn("model", title: language.words("模型", "model"), kind: .label),
            ReportColumn("subjects", title: language.words("科目数", "subjects"), kind: .number),
        ]
        return fixed
            + report.metrics.enumerated().map { place, metric in
                ReportColumn(
                    metric.name, title: metric.title.text(in: language), kind: metric == .mae ? .amount : .number,
                    dispensability: place == 0 ? 0 : 1 + place / 4)
            }
    }

    private func cells(_ row: BacktestReport.Row) -> [ReportCell] {
        let fixed: [ReportCell] = [
            LevelLabel(scheme: scheme, language: language).cell(row.level), .integer(row.step),
            row.year.map { .integer($0) } ?? .term(code: "", label: language.words("平均", "mean")),
            .term(
                code: row.model,
                label: ModelName(rawValue: row.model).map(ModelLabel(language: language).text) ?? row.model),
            .integer(row.subjects),
        ]
        return fixed
            + zip(report.metrics, row.values).map { metric, value in
                value.map { cell(metric, $0) } ?? .empty
            }
    }

    private func cell(_ metric: BacktestMetric, _ value: Double) -> ReportCell {
        switch metric {
        // A mean of amounts is an amount, in the unit of the others.
        case .mae: .amount(ifStated: try? Amount(rounding: value))
        case .smape, .mase: .number(value, decimals: 2)
        default: .number(value, decimals: 3)
        }
    }
}
