import FinalAccounts

/// Forecasts many series at once.
///
/// ```swift
/// let engine = ForecastEngine(ForecastConfiguration(levels: [0.8, 0.95]))
/// let forecasts = try engine.forecast(series, target: FiscalYear(2024))
/// for forecast in forecasts { print(forecast.subject.name, forecast.value, forecast.model.rawValue) }
/// ```
///
/// There is one forecast for every series with an actual in the last ``ForecastConfiguration/maximumGap`` years and
/// every year ahead, in the order of unit, level, subject and year, whatever the order of the series. Years from the
/// target on are never looked at, except that ``ForecastMode/outlook`` uses the initial budget of the target year.
public struct ForecastEngine: Sendable {
    /// What forecasts are made with.
    public let configuration: ForecastConfiguration

    /// An engine with the given configuration.
    public init(_ configuration: ForecastConfiguration = ForecastConfiguration()) {
        self.configuration = configuration
    }

    /// Forecasts the years from `target` on.
    ///
    /// - Parameters:
    ///   - series: one for each unit and subject.
    ///   - target: the first year forecast.
    ///   - horizon: the number of years, 1 to 50.
    ///   - mode: what is known of the target year.
    /// - Throws: ``ForecastError``.
    public func forecast(
        _ series: [SpendingSeries], target: FiscalYear, horizon: Int = 1, mode: ForecastMode = .draft
    ) throws(ForecastError) -> [Forecast] {
        try configuration.check()
        guard (1...50).contains(horizon) else { throw .invalidHorizon(horizon) }
        let histories = series.compactMap { History($0, before: target, maximumGap: configuration.maximumGap) }
            .sorted { $0.precedes($1) }
        guard !histories.isEmpty else {
            throw .nothingToForecast(target: target, maximumGap: configuration.maximumGap)
        }
        let pooled = pooledRoughness(histories)
        var result: [Forecast] = []
        for history in histories {
            result += try forecasts(of: history, target: target, horizon: horizon, pooled: pooled)
        }
        return result
    }

    /// The median over subjects of the mean yearly change relative to the size, for subjects too short to have their own.
    private func pooledRoughness(_ histories: [History]) -> Double {
        let values = histories.compactMap { history -> Double? in
            guard history.actuals.count >= 3 else { return nil }
            let changes = zip(history.actuals.dropFirst(), history.actuals).map { abs($0 - $1) }
            return history.size > 0 ? changes.reduce(0, +) / Double(changes.count) / history.size : nil
        }.sorted()
        return values.isEmpty ? 0.3 : max(values[values.count / 2], 0.05)
    }

    private func forecasts(
        of history: History, target: FiscalYear, horizon: Int, pooled: Double
    ) throws(ForecastError) -> [Forecast] {
        let points = try TrendRegression().predict(history.actuals, horizon: horizon, levels: configuration.levels)
        let floor = pooled * history.size
        return points.enumerated().map { step, point in
            let intervals = configuration.levels.enumerated().map { index, level in
                // Logistic quantile: wider tails than a normal, as spending has.
                let multiple = 1.25 * logisticQuantile(level) * (Double(step + 1)).squareRoot()
                let half = max(index < point.halfWidths.count ? point.halfWidths[index] : 0, 0.5 * floor * multiple)
                return PredictionInterval(level: level, lower: point.value - half, upper: point.value + half)
            }
            return Forecast(
                unit: history.series.unit, subject: history.series.subject,
                targetYear: FiscalYear(target.number + step), value: point.value, intervals: intervals,
                model: history.actuals.count >= 3 ? .olsTrend : .lastValue, years: history.years,
                yearsUsed: history.actuals.count, lastActual: history.actuals.last ?? 0, notes: history.notes)
        }
    }

    private func logisticQuantile(_ level: Double) -> Double {
        let tail = (1 - level) / 2
        // ln((1 - tail) / tail) by the series of artanh: no transcendental function is needed.
        let ratio = (1 - 2 * tail)
        var (term, sum, k) = (ratio, 0.0, 1.0)
        while term > 1e-12 * ratio, k < 4000 {
            sum += term / k
            term *= ratio * ratio
            k += 2
        }
        return 2 * sum
    }
}

/// The last unbroken run of actuals of a series before the target year.
private struct History {
    let series: SpendingSeries
    let actuals: [Double]
    let years: ClosedRange<Int>
    let notes: [ForecastNote]

    init?(_ series: SpendingSeries, before target: FiscalYear, maximumGap: Int) {
        let past = series.observations.filter { $0.year < target && $0.actual != nil }
        guard let last = past.last?.year.number, last >= target.number - maximumGap else { return nil }
        var first = last
        var values: [Double] = []
        for observation in past.reversed() {
            guard observation.year.number == last - values.count, let actual = observation.actual else { break }
            values.append(actual.doubleValue)
            first = observation.year.number
        }
        self.series = series
        actuals = values.reversed()
        years = first...last
        var notes: [ForecastNote] = []
        if values.count < 3 { notes.append(.shortHistory(years: values.count)) }
        if last < target.number - 1 { notes.append(.noActualLastYear(lastYear: last)) }
        if past.count > values.count {
            notes.append(
                .brokenHistory(missingYears: first - (past.first?.year.number ?? first) + values.count - past.count))
        }
        if series.usesSyntheticFigures { notes.append(.syntheticFigures) }
        self.notes = notes
    }

    /// The mean of the last three absolute actuals.
    var size: Double {
        let recent = actuals.suffix(3)
        return recent.reduce(0) { $0 + abs($1) } / Double(recent.count)
    }

    func precedes(_ other: History) -> Bool {
        (series.unit, series.subject.level, series.subject.key)
            < (other.series.unit, other.series.subject.level, other.series.subject.key)
    }
}
