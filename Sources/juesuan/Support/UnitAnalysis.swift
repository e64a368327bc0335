import FinalAccounts
import Forecasting
import Ledger
import Reporting
import Variance

/// Everything that is worked out about one body and year for its report: comparison, anomalies, forecast.
struct UnitAnalysis {
    private let unit: BudgetUnit
    private let year: FiscalYear
    private let source: SourceOptions
    private let language: Language
    private let lines: [AccountLine]
    private let series: [SpendingSeries]
    private let comparisons: [YearOverYear]
    private let anomalies: AnomalyReport
    private let forecasts: [ForecastRow]
    private let stored: LedgerFigures?

    init(
        lines: [AccountLine], unit: BudgetUnit, year: FiscalYear, source: SourceOptions, profile: AnomalyProfile,
        language: Language
    ) throws {
        self.unit = unit
        self.year = year
        self.source = source
        self.language = language
        let own = lines.filter { $0.unit == unit && $0.fiscalYear <= year }
        self.lines = try source.settled(own)
        series = try source.series(from: own)
        comparisons = try YearOverYear.comparisons(of: series, from: year.previous, to: year, scheme: source.scheme)
        anomalies = try AnomalyDetector(scheme: source.scheme, thresholds: .standard(profile)).report(
            on: series, year: year)
        stored =
            source.input.isEmpty
            ? try LedgerFigures(ledger: Ledger.open(at: source.ledger, readOnly: true), unit: unit, year: year) : nil
        forecasts = try ForecastRow.rows(
            ForecastEngine(ForecastConfiguration(scheme: source.scheme)).forecast(series, target: year.next))
    }

    private var amounts: AmountStyle { source.amountStyle.fitted(to: series) }

    private var questions: [ReportQuestion] {
        ReportQuestion.questions(anomalies.anomalies, lines: lines, language: language, amounts: amounts)
    }

    /// The report.
    var page: UnitReport {
        var report = UnitReport(
            unit: unit, year: year, scheme: source.scheme, series: series, language: language, amounts: amounts)
        report.forecasts = forecasts
        report.questions = questions
        report.sources = ReportSource.sources(of: lines)
        if let stored {
            report.sources = stored.hashed(report.sources)
            report.figures = DisclosureFigures(language: language) { stored.amounts[$0] }
        }
        return report
    }

    /// Writes the page and its tables.
    ///
    /// - Returns: what was written, in the order of reading.
    func write(into folder: String, chartScript: String?) throws -> [SummaryScreen.File] {
        let target = year.next
        let tables: [(name: String, label: Phrase, table: ReportTable)] = [
            (
                "comparison-\(year)-\(year.previous).csv", Phrase(zhHans: "同比", en: "comparison"),
                ComparisonTable(comparisons, scheme: source.scheme, language: language).table
            ),
            (
                "anomalies-\(year).csv", Phrase(zhHans: "异常清单", en: "anomalies"),
                AnomalyTable(anomalies.anomalies, scheme: source.scheme, language: language, amounts: amounts).table
            ),
            (
                "forecast-\(target).csv", Phrase(zhHans: "\(target)年预测", en: "forecast \(target)"),
                ForecastTable(forecasts, scheme: source.scheme, language: language, amounts: amounts).table
            ),
        ]
        let renderer = TableRenderer(language: language, amounts: amounts)
        var files: [SummaryScreen.File] = []
        for (name, label, table) in tables {
            let path = folder + "/" + name
            try AtomicFile.write(renderer.render(table, as: .csv), to: path)
            files.append(SummaryScreen.File(label: label.text(in: language), path: path))
        }
        let path = folder + "/report.html"
        try AtomicFile.write(page.html(chartScript: chartScript), to: path)
        files.append(SummaryScreen.File(label: Phrase(zhHans: "报告", en: "report").text(in: language), path: path))
        return files
    }

    /// The summary for a screen.
    func summary(files: [SummaryScreen.File]) -> String {
        SummaryScreen(
            unit: unit, year: year, series: series, questions: questions, forecasts: forecasts, files: files,
            language: language, amounts: amounts
        ).text
    }
}
