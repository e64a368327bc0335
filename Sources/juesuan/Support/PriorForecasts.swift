import FinalAccounts
import Forecasting

/// What was to be expected of a year before it began: the forecasts that `juesuan forecast --for YEAR` makes.
enum PriorForecasts {
    /// Forecasts a year from the years before it; empty where no year before it is known.
    ///
    /// - Parameter model: what answers where the panel is too small to be fitted.
    static func of(
        _ series: [SpendingSeries], year: FiscalYear, scheme: SubjectScheme, model: PanelModel?
    ) throws -> [Forecast] {
        do throws(ForecastError) {
            return try ForecastEngine(ForecastConfiguration(scheme: scheme, shipped: model)).forecast(
                series, target: year)
        } catch .nothingToForecast {
            return []
        }
    }
}
