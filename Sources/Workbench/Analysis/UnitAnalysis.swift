import FinalAccounts
import Forecasting
import Interchange
import Platform
import Reporting
import Variance

/// Everything that is worked out about one body and year: comparison, anomalies, forecast, draft, report.
package struct UnitAnalysis {
    /// The parts that can be left out to save their time.
    package enum Part: CaseIterable, Sendable {
        case comparison, anomalies, forecast, accuracy
    }

    /// The body.
    package let unit: BudgetUnit
    /// The year under review.
    package let year: FiscalYear
    /// What does not fit in the year.
    package let anomalies: AnomalyReport?
    /// What documents of the year say against themselves, for the report.
    package var findings: [ReportFindings] = []
    private let context: AnalysisContext
    private let lines: [AccountLine]
    private let series: [SpendingSeries]
    private let comparisons: [YearOverYear]
    private let forecasts: [ForecastRow]
    private let accuracy: [ReportTable]
    private let stored: LedgerFigures?

    /// Works a body out.
    ///
    /// - Parameters:
    ///   - lines: its lines, or those of many; later years than `year` are left out.
    ///   - stored: what the ledger keeps beside the lines; `nil` without a ledger.
    package init(
        lines: [AccountLine], unit: BudgetUnit, year: FiscalYear, context: AnalysisContext, stored: LedgerFigures?,
        parts: Set<Part> = Set(Part.allCases)
    ) throws {
        self.unit = unit
        self.year = year
        self.context = context
        self.stored = stored
        let own = lines.filter { $0.unit == unit && $0.fiscalYear <= year }
        self.lines = context.settled(own)
        series = try context.series(from: own)
        comparisons =
            parts.contains(.comparison)
            ? try YearOverYear.comparisons(of: series, from: year.previous, to: year, scheme: context.scheme) : []
        anomalies =
            parts.contains(.anomalies)
            ? try AnomalyDetector(scheme: context.scheme, thresholds: context.thresholds).report(
                on: series, year: year,
                forecasts: context.priorForecasts(of: series, year: year))
            : nil
        forecasts =
            parts.contains(.forecast)
            ? try ForecastRow.rows(
                ForecastEngine(context.forecasting).forecast(series, target: year.next), scheme: context.scheme) : []
        accuracy =
            parts.contains(.accuracy)
            ? [try PastAccuracy(of: series, upTo: year, context: context)?.table].compactMap { $0 } : []
    }

    private var amounts: AmountStyle { context.amounts.fitted(to: series) }

    /// The language of what is said.
    package var language: Language { context.language }

    private var ranked: [Anomaly] { anomalies?.anomalies ?? [] }

    private var questions: [ReportQuestion] {
        ReportQuestion.questions(ranked, lines: lines, language: language, amounts: amounts)
    }

    /// Where the lines of the year do not add up to the totals that its documents state.
    private var differences: [TotalDifference] {
        guard let stored else { return [] }
        let own = lines.filter { $0.fiscalYear == year }
        return (try? TotalDifference.differences(own, scheme: context.scheme) { stored.amounts[$0] }) ?? []
    }

    /// The years whose figures were generated, ascending.
    package var syntheticYears: [FiscalYear] { series.syntheticYears }

    /// The documents the figures come from.
    package var sources: [ReportSource] {
        let sources = ReportSource.sources(of: lines)
        return stored.map { $0.hashed(sources) } ?? sources
    }

    /// The total, how it changed and why.
    package var headline: UnitHeadline {
        UnitHeadline(series, year: year, scheme: context.scheme, language: language, amounts: amounts)
    }

    /// What does not fit in the accounts, in words, the gravest first.
    ///
    /// - Parameter count: how many are wanted.
    package func gravest(_ count: Int) -> [(question: ReportQuestion, severity: Double)] {
        let worst = ranked.prefix(count)
        let questions = ReportQuestion.questions(worst, lines: lines, language: language, amounts: amounts)
        return Array(zip(questions, worst.map(\.severity)))
    }

    // MARK: Results

    /// The comparison with the year before.
    package var comparisonTable: ReportTable {
        ComparisonTable(comparisons, scheme: context.scheme, language: language).table
    }

    /// What does not fit, ranked.
    package var anomalyTable: ReportTable {
        AnomalyTable(ranked, scheme: context.scheme, language: language, amounts: amounts).table
    }

    /// Next year's spending.
    package var forecastTable: ReportTable {
        ForecastTable(forecasts, scheme: context.scheme, language: language, amounts: amounts).table
    }

    /// Next year's budget as a workbook.
    package func workbook() throws -> DraftWorkbook {
        let draft = try BudgetDraft(
            unit: unit, year: year.next, series: series, forecasts: forecasts, anomalies: ranked,
            scheme: context.scheme, amounts: context.amounts, parts: context.parts(of: lines))
        var workbook = DraftWorkbook(draft, language: language)
        workbook.anomalies = ranked
        workbook.accuracy = accuracy
        workbook.sources = sources
        return workbook
    }

    /// The report.
    package var page: UnitReport {
        var report = UnitReport(
            unit: unit, year: year, scheme: context.scheme, series: series, language: language, amounts: amounts)
        report.forecasts = forecasts
        report.questions = questions
        report.findings = findings
        report.accuracy = accuracy
        report.sources = sources
        report.remarks = differences.map { $0.sentence.text(in: language) }
        report.composition =
            (try? SpendingPart.funds(of: lines, year: year, scheme: context.scheme, language: language)) ?? []
        if let stored { report.figures = DisclosureFigures(language: language) { stored.amounts[$0] } }
        return report
    }

    /// A table as CSV for a person to open.
    package func csv(_ table: ReportTable) -> String {
        CSVDialect.mark + TableRenderer(language: language, amounts: amounts).render(table, as: .csv)
    }

    /// Writes the page and its tables.
    ///
    /// - Parameter prepare: told each path before it is written.
    /// - Returns: what was written, in the order of reading.
    package func write(
        into folder: String, chartScript: String?, preparing prepare: (String) -> Void = { _ in }
    ) throws -> [SummaryScreen.File] {
        let target = year.next
        let tables: [(name: String, label: Bilingual, table: ReportTable)] = [
            (
                "comparison-\(year)-\(year.previous).csv", Bilingual("同比", "comparison"), comparisonTable
            ),
            ("anomalies-\(year).csv", Bilingual("异常清单", "anomalies"), anomalyTable),
            ("forecast-\(target).csv", Bilingual("\(target)年预测", "forecast \(target)"), forecastTable),
        ]
        var files: [SummaryScreen.File] = []
        for (name, label, table) in tables {
            let path = folder + "/" + name
            prepare(path)
            try AtomicFile.write(csv(table), to: path)
            files.append(SummaryScreen.File(label: label.text(in: language), path: path))
        }
        let path = folder + "/report.html"
        prepare(path)
        try AtomicFile.write(page.html(chartScript: chartScript), to: path)
        files.append(SummaryScreen.File(label: Bilingual("报告", "report").text(in: language), path: path))
        return files
    }

    /// The summary for a screen.
    package func summary(files: [SummaryScreen.File]) -> String {
        SummaryScreen(
            unit: unit, year: year, series: series, questions: questions, forecasts: forecasts, files: files,
            language: language, amounts: amounts, scheme: context.scheme
        ).text
    }
}
