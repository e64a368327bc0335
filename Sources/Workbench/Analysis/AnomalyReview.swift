import FinalAccounts
import Forecasting
import Reporting
import Variance

/// Lists what departs from plan, from last year or from its own history in one year, ranked.
package struct AnomalyReview: Sendable {
    /// The lists that can be asked for.
    package enum List: String, CaseIterable, Sendable {
        /// Everything, by severity.
        case all
        /// Over budget, by rate of execution.
        case overruns
        /// Spent without a budget, by amount.
        case unbudgeted
    }

    /// How lines are understood and shown.
    package var context: AnalysisContext
    /// The year under review; `nil` for the latest with actuals.
    package var year: FiscalYear?
    /// Which list.
    package var list: List
    /// How many rows at most.
    package var limit: Int
    /// Whether the year is held against a forecast from the years before it.
    package var usesForecast: Bool
    /// Whether each row comes with its forecast and its lines, as a page shows them.
    package var isDetailed: Bool

    package init(
        context: AnalysisContext, year: FiscalYear? = nil, list: List = .all, limit: Int = .max,
        usesForecast: Bool = true, isDetailed: Bool = false
    ) {
        self.context = context
        self.year = year
        self.list = list
        self.limit = limit
        self.usesForecast = usesForecast
        self.isDetailed = isDetailed
    }

    /// Reviews the year.
    ///
    /// - Throws: ``WorkbenchError`` for a year without lines; what forecasting and detection throw.
    package func run(on accounts: AccountLines) async throws -> AnomalyListing {
        let year = try accounts.reviewedYear(year)
        let series = try context.series(from: accounts.lines)
        // The two halves know nothing of each other and share the cores.
        async let prior = usesForecast ? context.priorForecasts(of: series, year: year) : []
        let measured = try AnomalyDetector(scheme: context.scheme, thresholds: context.thresholds)
            .measured(series, year: year)
        let forecasts = try await prior
        return try listing(of: measured.report(forecasts: forecasts), series, forecasts, accounts.lines)
    }

    private func listing(
        of report: AnomalyReport, _ series: [SpendingSeries], _ forecasts: [Forecast], _ lines: [AccountLine]
    ) throws -> AnomalyListing {
        var listing = AnomalyListing(
            report, scheme: context.scheme, language: context.language, amounts: context.amounts.fitted(to: series))
        let rows = rows(of: report)
        listing.total = rows.count
        listing.anomalies = Array(rows.prefix(limit))
        let shown = Set(listing.anomalies.map { SeriesIdentity(unit: $0.unit, subject: $0.subject.key) })
        listing.notes = SeriesNoteText(language: context.language).sentences(
            for: series.filter {
                !$0.notes.isEmpty && shown.contains(SeriesIdentity(unit: $0.unit, subject: $0.subject.key))
            },
            years: FiscalYear(FiscalYear.plausible.lowerBound)...report.year)
        if isDetailed {
            listing.forecasts = try ForecastRow.rows(
                forecasts.filter { shown.contains(SeriesIdentity(unit: $0.unit, subject: $0.subject.key)) })
            listing.lines = context.settled(lines.filter { $0.fiscalYear == report.year })
        }
        return listing
    }

    private func rows(of report: AnomalyReport) -> [Anomaly] {
        switch list {
        case .all: report.anomalies
        case .overruns: report.overrunsByRate
        case .unbudgeted: report.unbudgetedByAmount
        }
    }
}

/// What tells one series from another.
private struct SeriesIdentity: Hashable {
    let unit: BudgetUnit
    let subject: SubjectKey
}
