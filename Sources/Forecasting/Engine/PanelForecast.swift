/// The forecasts of a panel in contiguous storage: what the engine hands back.
///
/// Entry (i, step) of values and bounds stands at `i * horizon + step`. Series without a recent actual have NaN there and
/// ``isForecast(_:)`` says so; everything else is finite.
public struct PanelForecast: Sendable {
    /// The number of series.
    public let series: Int
    /// The number of years ahead.
    public let horizon: Int
    /// The levels of the intervals.
    public let levels: [Double]
    /// Expected values.
    public internal(set) var values: [Double]
    /// Lower ends, level after level.
    public internal(set) var lower: [[Double]]
    /// Upper ends, level after level.
    public internal(set) var upper: [[Double]]
    /// The mean absolute errors to expect, entry by entry like the values.
    var scales: [Double]
    /// What happened to each series.
    var traces: [SeriesTrace]
    /// The summands of each series' first year, where they were asked for; empty otherwise.
    var parts: [[ForecastPart]] = []
    /// What the model would have said one year ahead at past origins.
    var trials: [Trial] = []
    /// The weights of the members, by name of the rule; of the draft.
    public internal(set) var weights: [String: Double] = [:]
    /// Whether the shipped model answered because the panel is too small.
    public internal(set) var usesShippedModel = false
    /// The name of the stored model that answered; `nil` where none was at hand.
    public internal(set) var shippedName: String?
    /// The number of past changes of the panel itself.
    public internal(set) var rows = 0

    init(series: Int, horizon: Int, levels: [Double]) {
        self.series = series
        self.horizon = horizon
        self.levels = levels
        values = [Double](repeating: .nan, count: series * horizon)
        scales = values
        lower = [[Double]](repeating: [], count: levels.count)
        upper = lower
        traces = [SeriesTrace](repeating: SeriesTrace(), count: series)
    }

    /// Whether a series has a recent actual and therefore a forecast.
    public func isForecast(_ i: Int) -> Bool { traces[i].length > 0 }

    /// The rule that answered for a series.
    public func model(_ i: Int) -> ModelName { traces[i].model }
}

/// What happened to one series on the way to its forecast.
struct SeriesTrace: Hashable, Sendable {
    /// The years of the last unbroken run; zero for a series that is not forecast.
    var length = 0
    /// Years between the last actual and the target's predecessor.
    var gap = 0
    /// The rule that answered.
    var model = ModelName.lastValue
    /// Whether a negative value was raised to zero.
    var isRaised = false
    /// Whether the step was held to what the subject's past steps allow.
    var isHeld = false
}
