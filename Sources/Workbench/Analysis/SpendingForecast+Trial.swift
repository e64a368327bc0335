import FinalAccounts
import Forecasting
import Platform
import Reporting

/// How far off forecasts of past years would have been, from what was known then.
extension SpendingForecast {
    /// Forecasts every year from `first` to the target, or to the latest with actuals, and measures the error.
    ///
    /// - Parameters:
    ///   - rivals: further models to compare with.
    ///   - metrics: what is measured; `nil` for everything.
    /// - Throws: ``WorkbenchError`` where no line has an actual or the first year lies after the last; `ForecastError`.
    package func trial(
        on accounts: AccountLines, from first: FiscalYear, rivals: [ModelName] = [], metrics: [BacktestMetric]? = nil
    ) throws -> BacktestReport {
        let last = try lastYear(in: accounts)
        guard first <= last else {
            throw WorkbenchError(
                .usage, Bilingual("\(first) 年晚于 \(last) 年", "\(first) lies after \(last)"),
                advice: Bilingual("请从较早的年度开始", "begin with an earlier year"))
        }
        let series = try context.series(from: accounts.lines)
        let report = try Backtest(configuration, metrics: metrics).run(
            series, targets: first.number...last.number, horizon: horizon, mode: mode, models: rivals,
            of: isWanted)
        return level.map(report.only) ?? report
    }

    /// The forecasts of the last year of a trial alone, at every level.
    package func lastForecasts(on accounts: AccountLines) throws -> ReportTable {
        var last = self
        last.horizon = 1
        last.level = nil
        let target = try lastYear(in: accounts)
        return try last.run(on: last.series(from: accounts, before: target), target: target).table()
    }

    private func lastYear(in accounts: AccountLines) throws -> FiscalYear {
        if let target { return target }
        guard let latest = accounts.latestYear else {
            throw WorkbenchError(
                .data, Bilingual("没有任何科目有决算数", "no line has an actual"),
                advice: Bilingual("无从回测", "nothing can be tested"))
        }
        return latest
    }
}
