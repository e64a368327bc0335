import FinalAccounts
import Forecasting
import Reporting

/// How far off forecasts of a body's last years would have been, as a table for its report.
struct PastAccuracy {
    /// How many years are looked back at, at most.
    private static let years = 3

    /// The table.
    let table: ReportTable

    /// Forecasts the last years from what was known before each.
    ///
    /// - Returns: `nil` where the accounts do not go back far enough.
    init?(of series: [SpendingSeries], upTo year: FiscalYear, context: AnalysisContext) throws {
        let known = series.lazy.flatMap(\.observations).filter { $0.actual != nil }.map(\.year.number)
        guard let first = known.min() else { return nil }
        // Two years before the first that is forecast: fewer tell nothing but the last value.
        let targets = max(first + 2, year.number - Self.years + 1)...max(first + 2, year.number)
        guard targets.upperBound == year.number else { return nil }
        do {
            let report = try Backtest(
                context.forecasting, metrics: [.wape, .coverage(0.8)]
            ).run(series, targets: targets)
            table = AccuracyTable(report, years: targets, scheme: context.scheme, language: context.language).table
        } catch ForecastError.tooFewYears {
            return nil
        }
    }
}
