import FinalAccounts
import Platform

/// Forecasts a panel: learns from its past, then forecasts every series from its own history and what was learned.
///
/// ```swift
/// let panel = try SeriesPanel(firstYear: 2014, years: 10, actuals: values)
/// let forecast = try PanelForecaster(PanelOptions()).forecast(panel, target: 2024)
/// ```
///
/// The work is split over cores in stretches of series; results depend neither on the number of threads nor, series by
/// series, on the order of rows as long as the panel has no more rows than a fit learns from; the facade
/// ``ForecastEngine`` puts rows in order first.
public struct PanelForecaster: Sendable {
    /// How panels are forecast.
    public let options: PanelOptions

    /// A forecaster with the given options.
    public init(_ options: PanelOptions = PanelOptions()) {
        self.options = options
    }

    /// Forecasts the years from `target` on.
    ///
    /// - Parameters:
    ///   - panel: columns from `target` on are not looked at, except the budget of `target` in an outlook.
    ///   - target: the first year forecast; at most one year after the panel's last.
    ///   - horizon: years ahead, 1 to 50.
    ///   - mode: what is known of the target year.
    /// - Throws: ``ForecastError``.
    public func forecast(
        _ panel: SeriesPanel, target: Int, horizon: Int = 1, mode: ForecastMode = .draft
    ) throws(ForecastError) -> PanelForecast {
        try forecast(panel, cleaned: nil, learned: nil, target: target, horizon: horizon, mode: mode)
    }

    /// As ``forecast(_:target:horizon:mode:)``, where each series' own forecast starts from a cleaned copy (what is learned
    /// from the past stays what it was at the time), and some rows are forecast but not learned from.
    ///
    /// - Parameter learned: the rows learned from, ascending; `nil` for all.
    func forecast(
        _ panel: SeriesPanel, cleaned: SeriesPanel?, learned: [Int]?, target: Int, horizon: Int, mode: ForecastMode
    ) throws(ForecastError) -> PanelForecast {
        try options.check()
        guard (1...50).contains(horizon) else { throw .invalidHorizon(horizon) }
        let column = target - panel.firstYear
        guard column >= 1, column <= panel.years else {
            throw .invalidConfiguration(
                name: Bilingual("预测年度", "target"), value: Bilingual(verbatim: "\(target)"),
                expected: Bilingual(
                    "\(panel.firstYear + 1) 至 \(panel.firstYear + panel.years) 年之间的年度",
                    "a year from \(panel.firstYear + 1) to \(panel.firstYear + panel.years)"))
        }
        let aligned = panel.aligningBudgetSigns()
        let canOutlook = mode == .outlook && panel.hasBudgets && column < panel.years
        let training = try PanelTraining(
            learned.map(aligned.selecting) ?? aligned, column: column, horizon: horizon,
            mode: canOutlook ? .outlook : .draft, options: options)
        let own = cleaned?.aligningBudgetSigns() ?? aligned
        var result = FinalPass(
            own, typical: learned, column: column, horizon: horizon, training: training, options: options
        ).run()
        if let learned {
            for place in result.trials.indices { result.trials[place].row = learned[result.trials[place].row] }
        }
        return result
    }
}
