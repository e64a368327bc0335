import FinalAccounts
import Forecasting
import Reporting

/// Measures how far off forecasts of past years would have been, from what was known then.
package struct ForecastTrial: Sendable {
    /// How each year is forecast; its target is the last year that is.
    package var forecast: SpendingForecast
    /// The first year to forecast.
    package var first: FiscalYear
    /// Further models to compare with.
    package var rivals: [ModelName]
    /// What is measured; `nil` for everything.
    package var metrics: [BacktestMetric]?

    package init(
        of forecast: SpendingForecast, from first: FiscalYear, rivals: [ModelName] = [],
        metrics: [BacktestMetric]? = nil
    ) {
        self.forecast = forecast
        self.first = first
        self.rivals = rivals
        self.metrics = metrics
    }

    /// Forecasts every year and measures the error.
    ///
    /// - Throws: ``WorkbenchError`` where no line has an actual or the first year lies after the last; `ForecastError`.
    package func run(on accounts: AccountLines) throws -> BacktestReport {
        let last = try lastYear(in: accounts)
        guard first <= last else {
            throw WorkbenchError(.usage, "\(first) lies after \(last)", advice: "begin with an earlier year")
        }
        let series = try forecast.context.series(from: accounts.lines)
        return try Backtest(forecast.configuration, metrics: metrics).run(
            forecast.level.map { level in series.filter { $0.subject.level == level } } ?? series,
            targets: first.number...last.number, horizon: forecast.horizon, mode: forecast.mode, models: rivals)
    }

    /// The forecasts of the last year alone, at every level.
    package func lastForecasts(on accounts: AccountLines) throws -> ReportTable {
        var last = forecast
        last.horizon = 1
        last.level = nil
        let target = try lastYear(in: accounts)
        return try last.run(on: last.series(from: accounts, before: target), target: target).table()
    }

    private func lastYear(in accounts: AccountLines) throws -> FiscalYear {
        if let last = forecast.target { return last }
        guard let latest = accounts.latestYear else {
            throw WorkbenchError(.data, "no line has an actual", advice: "nothing can be tested")
        }
        return latest
    }
}
