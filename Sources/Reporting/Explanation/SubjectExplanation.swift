import FinalAccounts
import Forecasting
import Variance

/// Everything behind one subject's number.
package struct SubjectExplanation: Sendable {
    /// The years.
    package let series: SpendingSeries
    /// The forecast of the target year, with its parts.
    package let forecast: Forecast
    /// The regressions of the subject's own years; empty where there are too few.
    package let regressions: [FittedRegression]
    /// What its years come to.
    package let story: LineStory?

    /// Puts an explanation together from a series and its forecast.
    ///
    /// - Throws: `ForecastError` where a regression cannot be computed.
    package init(_ series: SpendingSeries, forecast: Forecast) throws(ForecastError) {
        self.series = series
        self.forecast = forecast
        let target = forecast.targetYear
        regressions = [
            try FittedRegression.trend(of: series, target: target),
            try FittedRegression.onBudget(of: series, target: target),
        ].compactMap { $0 }
        story = LineStory(series, upTo: target.previous)
    }
}
