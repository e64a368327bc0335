/// A member of the combination.
enum Member: Int, CaseIterable, Codable {
    /// The panel regression in sizes.
    case level
    /// The panel regression of growth.
    case growth
    /// The dynamic optimized Theta model.
    case dynamicTheta
    /// Exponential smoothing with a local and a global trend.
    case localGlobalTrend
    /// Half of the least-squares slope, damped.
    case dampedDrift

    /// The single-series model behind a member; `nil` for the regressions.
    var local: ModelName? {
        switch self {
        case .level, .growth: nil
        case .dynamicTheta: .dynamicTheta
        case .localGlobalTrend: .localGlobalTrend
        case .dampedDrift: .dampedDrift
        }
    }
}

/// Calls a single-series model by name, without dynamic dispatch.
@inline(__always)
func forecastLocally(
    _ name: ModelName, _ history: UnsafeBufferPointer<Double>, into output: UnsafeMutableBufferPointer<Double>
) -> ModelName {
    switch name {
    case .drift: Drift().forecast(history, into: output)
    case .dampedDrift: DampedDrift().forecast(history, into: output)
    case .simpleSmoothing: ExponentialSmoothing(.none).forecast(history, into: output)
    case .holt: ExponentialSmoothing(.linear).forecast(history, into: output)
    case .dampedTrend: ExponentialSmoothing(.damped).forecast(history, into: output)
    case .localGlobalTrend: LocalGlobalTrend().forecast(history, into: output)
    case .theta: Theta().forecast(history, into: output)
    case .dynamicTheta: DynamicTheta().forecast(history, into: output)
    case .olsTrend: TrendLine(.leastSquares).forecast(history, into: output)
    case .huberTrend: TrendLine(.huber).forecast(history, into: output)
    case .theilSenTrend: TrendLine(.theilSen).forecast(history, into: output)
    default: LastValue().forecast(history, into: output)
    }
}
