import FinalAccounts
import Forecasting
import Platform
import Variance

@testable import Reporting

/// A small unit with two categories, three years of which the first is synthetic, an overrun and an unbudgeted line.
enum SampleAccounts {
    static let unit = BudgetUnit("示例街道办事处")
    static let year = FiscalYear(2023)

    static func lines() throws -> [AccountLine] {
        [
            try line(2021, "2010301", ["一般公共服务支出", "政府办公厅", "行政运行"], "100", "98", origin: .synthetic),
            try line(2022, "2010301", ["一般公共服务支出", "政府办公厅", "行政运行"], "100", "105.5"),
            try line(2023, "2010301", ["一般公共服务支出", "政府办公厅", "行政运行"], "110", "112.34"),
            try line(2021, "2080199", ["社会保障和就业支出", "管理事务", "其他 <支出>"], "5", "6", origin: .synthetic),
            try line(2022, "2080199", ["社会保障和就业支出", "管理事务", "其他 <支出>"], "5", "7"),
            try line(2023, "2080199", ["社会保障和就业支出", "管理事务", "其他 <支出>"], "5.47", "80.93", reason: "追加 & \"补助\""),
            try line(2023, "2100410", ["卫生健康支出", "公共卫生", "应急处理"], nil, "1620.62"),
        ]
    }

    private static func line(
        _ year: Int, _ code: String, _ names: [String], _ budget: String?, _ actual: String, reason: String? = nil,
        origin: Origin = .published
    ) throws -> AccountLine {
        let stated = try budget.map { BudgetState.stated(try Amount(parsing: $0, unit: .wan)) }
        return AccountLine(
            unit: unit, fiscalYear: FiscalYear(year), subject: Subject(code: code, names: names),
            initialBudget: stated ?? .unbudgeted, actual: try Amount(parsing: actual, unit: .wan), reason: reason,
            origin: origin, source: SourceReference(file: "\(year).txt", page: 3, quote: "支出决算为\(actual)万元"))
    }

    static func series() throws -> [SpendingSeries] {
        try SeriesBuilder(scheme: .china).series(from: lines())
    }

    static func forecasts() throws -> [ForecastRow] {
        try forecasts(of: series(), horizon: 2)
    }

    static func forecasts(of series: [SpendingSeries], horizon: Int = 1) throws -> [ForecastRow] {
        try ForecastRow.rows(ForecastEngine().forecast(series, target: FiscalYear(2024), horizon: horizon))
    }

    /// Forecasts of 2024 with nine million yuan put by hand in place of what the model says of 2010301.
    static func movedForecasts() throws -> [ForecastRow] {
        var configuration = ForecastConfiguration()
        configuration.overrides = [ForecastOverride(subject: "2010301", year: 2024, value: 9_000_000)]
        return try ForecastRow.rows(ForecastEngine(configuration).forecast(series(), target: FiscalYear(2024)))
    }

    static func anomalies() throws -> AnomalyReport {
        try anomalies(of: series())
    }

    static func anomalies(of series: [SpendingSeries]) throws -> AnomalyReport {
        try AnomalyDetector(scheme: .china, thresholds: .audit).report(on: series, year: year)
    }

    static func report(_ language: Language) throws -> UnitReport {
        var report = UnitReport(unit: unit, year: year, scheme: .china, series: try series(), language: language)
        report.forecasts = try forecasts()
        report.questions = ReportQuestion.questions(try anomalies().anomalies, lines: try lines(), language: language)
        report.sources = ReportSource.sources(of: try lines())
        return report
    }
}
