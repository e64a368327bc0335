import FinalAccounts
import Forecasting
import Reporting
import Variance

/// The lists of anomalies that can be asked for.
package enum AnomalyList: String, CaseIterable, Sendable {
    /// Everything, by severity.
    case all
    /// Over budget, by rate of execution.
    case overruns
    /// Spent without a budget, by amount.
    case unbudgeted

    fileprivate func rows(of report: AnomalyReport) -> [Anomaly] {
        switch self {
        case .all: report.anomalies
        case .overruns: report.overrunsByRate
        case .unbudgeted: report.unbudgetedByAmount
        }
    }
}

extension AnalysisContext {
    /// Lists what departs from plan, from last year or from its own history in one year, ranked.
    ///
    /// - Parameters:
    ///   - year: the year under review; `nil` for the latest with actuals.
    ///   - limit: how many rows at most.
    ///   - usesForecast: whether the year is held against a forecast from the years before it.
    ///   - isDetailed: whether each row comes with its forecast and its lines, as a page shows them.
    /// - Throws: ``WorkbenchError`` for a year without lines; what forecasting and detection throw.
    package func anomalies(
        in accounts: AccountLines, year: FiscalYear? = nil, list: AnomalyList = .all, limit: Int = .max,
        usesForecast: Bool = true, isDetailed: Bool = false
    ) async throws -> AnomalyListing {
        let year = try accounts.reviewedYear(year)
        let series = try series(from: accounts.lines)
        // The two halves know nothing of each other and share the cores.
        async let prior = usesForecast ? priorForecasts(of: series, year: year) : []
        let measured = try AnomalyDetector(scheme: scheme, thresholds: thresholds).measured(series, year: year)
        let forecasts = try await prior
        let report = try measured.report(forecasts: forecasts)
        return try listing(report, of: series, in: accounts, list, limit, isDetailed ? forecasts : nil)
    }

    /// As ``anomalies(in:year:list:limit:usesForecast:isDetailed:)`` without detail, one thing after the other: for many small
    /// inputs that share the cores among themselves.
    package func anomaliesInTurn(
        in accounts: AccountLines, year: FiscalYear? = nil, list: AnomalyList = .all, limit: Int = .max,
        usesForecast: Bool = true
    ) throws -> AnomalyListing {
        let year = try accounts.reviewedYear(year)
        let series = try series(from: accounts.lines)
        let report = try AnomalyDetector(scheme: scheme, thresholds: thresholds).report(
            on: series, year: year, forecasts: usesForecast ? try priorForecasts(of: series, year: year) : [])
        return try listing(report, of: series, in: accounts, list, limit, nil)
    }

    /// - Parameter detail: the forecasts that each row comes with, and its lines; `nil` for the rows alone.
    private func listing(
        _ report: AnomalyReport, of series: [SpendingSeries], in accounts: AccountLines, _ list: AnomalyList,
        _ limit: Int, _ detail: [Forecast]?
    ) throws -> AnomalyListing {
        let year = report.year
        let rows = list.rows(of: report)
        var listing = AnomalyListing(
            report, scheme: scheme, language: language, amounts: amounts.fitted(to: series))
        listing.total = rows.count
        listing.anomalies = Array(rows.prefix(limit))
        let shown = Set(listing.anomalies.map { SeriesIdentity(unit: $0.unit, subject: $0.subject.key) })
        listing.notes = SeriesNoteText(language: language).sentences(
            for: series.filter {
                !$0.notes.isEmpty && shown.contains(SeriesIdentity(unit: $0.unit, subject: $0.subject.key))
            },
            years: FiscalYear(FiscalYear.plausible.lowerBound)...year)
        listing.notes += YearLikeness.findings(
            in: accounts.lines.filter { $0.fiscalYear == year || $0.fiscalYear == year.previous }
        ).map { $0.sentence.text(in: language) }
        if let detail {
            listing.forecasts = try ForecastRow.rows(
                detail.filter { shown.contains(SeriesIdentity(unit: $0.unit, subject: $0.subject.key)) },
                scheme: scheme)
            listing.lines = settled(accounts.lines.filter { $0.fiscalYear == year })
        }
        return listing
    }
}

/// What tells one series from another.
private struct SeriesIdentity: Hashable {
    let unit: BudgetUnit
    let subject: SubjectKey
}
