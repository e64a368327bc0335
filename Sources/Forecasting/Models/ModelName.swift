/// The rule that made a forecast, as it stands in the column `model`.
///
/// Every rule is the last rung of a ladder that ends at ``lastValue``: a model that needs more years than a series has
/// hands over to a simpler one, and the forecast names the one that answered.
public enum ModelName: String, Hashable, Sendable, Codable, CaseIterable {
    /// The last actual, repeated.
    case lastValue = "last-value"
    /// The last actual moved on by the mean yearly change.
    case drift
    /// The last actual moved on by a share of the least-squares slope.
    case dampedDrift = "damped-drift"
    /// Simple exponential smoothing.
    case simpleSmoothing = "ses"
    /// Holt's linear exponential smoothing.
    case holt
    /// Exponential smoothing with a damped trend.
    case dampedTrend = "damped-trend"
    /// Exponential smoothing with a local and a global trend.
    case localGlobalTrend = "local-global-trend"
    /// The standard Theta method.
    case theta
    /// The dynamic optimized Theta method.
    case dynamicTheta = "dynamic-theta"
    /// Least-squares trend, shrunk towards the last value.
    case olsTrend = "ols-trend"
    /// Huber's robust trend, shrunk towards the last value.
    case huberTrend = "huber-trend"
    /// Theil-Sen's median-slope trend, shrunk towards the last value.
    case theilSenTrend = "theil-sen-trend"
    /// Regression across all subjects of the panel.
    case panel
    /// Panel regression with the approved budget of the target year.
    case budgetPanel = "budget-panel"
    /// Last value and approved budget weighed by their past errors.
    case budgetBlend = "budget-blend"
    /// The approved budget itself.
    case budget
    /// The weighted mean of several models.
    case combination
    /// The sum of the forecasts of the level below.
    case sumOfChildren = "sum-of-children"
    /// Zero, because the subject has ended.
    case ended
}
