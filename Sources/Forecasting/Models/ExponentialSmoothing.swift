/// Exponential smoothing of level and, where asked for, a trend, with parameters fitted to the series.
///
/// The parameters are those of least squared one-step error on a grid; eight grid points are run side by side. The level
/// starts at the first value, the trend at the mean of the first four changes. Sources: Brown (1959), Holt (1957),
/// Gardner and McKenzie (1985); Hyndman, Koehler, Ord and Snyder, Forecasting with Exponential Smoothing (2008).
///
/// Ladder: with a trend at least five years, else simple smoothing; simple smoothing at least three, else the last value.
public struct ExponentialSmoothing: ForecastModel {
    /// What is smoothed beside the level.
    public enum Trend: Hashable, Sendable, CaseIterable {
        /// Nothing (simple exponential smoothing).
        case none
        /// A trend that goes on (Holt).
        case linear
        /// A trend that dies away, by a factor of 0.8, 0.9 or 0.98 a year.
        case damped
    }

    /// What is smoothed beside the level.
    public var trend: Trend

    /// A smoother with the given trend.
    public init(_ trend: Trend) {
        self.trend = trend
    }

    /// The rule's name.
    public var name: ModelName {
        switch trend {
        case .none: .simpleSmoothing
        case .linear: .holt
        case .damped: .dampedTrend
        }
    }

    /// Writes level + trend · (φ + φ² + … ) of the best fit.
    public func forecast(
        _ history: UnsafeBufferPointer<Double>, into output: UnsafeMutableBufferPointer<Double>
    ) -> ModelName {
        let n = history.count
        if trend == .none || n < 5 {
            guard n >= 3 else { return LastValue().forecast(history, into: output) }
            let level = Self.bestLevel(history)
            for step in output.indices { output[step] = level }
            return .simpleSmoothing
        }
        let fit = Self.bestTrend(history, trend == .linear ? SmoothingGrid.linear : SmoothingGrid.damped)
        var (step, value) = (fit.trend * fit.damping, fit.level)
        for index in output.indices {
            value += step
            output[index] = value
            step *= fit.damping
        }
        return name
    }

    /// The last level of simple smoothing with the best of sixteen α.
    static func bestLevel(_ history: UnsafeBufferPointer<Double>) -> Double {
        let start = SIMD16<Double>(repeating: history[0])
        var (level, squares) = (start, SIMD16<Double>.zero)
        for i in 1..<max(history.count, 1) {
            let error = history[i] - level
            squares += error * error
            level += SmoothingGrid.levels * error
        }
        var best = 0
        for lane in 1..<16 where squares[lane] < squares[best] { best = lane }
        return level[best]
    }

    private struct Fit {
        var (level, trend, damping) = (0.0, 0.0, 1.0)
    }

    private static func bestTrend(_ history: UnsafeBufferPointer<Double>, _ grid: [SmoothingGrid]) -> Fit {
        let n = history.count
        let changes = min(n, 5) - 1
        let firstTrend = (history[changes] - history[0]) / Double(changes)
        var (best, least) = (Fit(), Double.infinity)
        for point in grid {
            var level = SIMD8<Double>(repeating: history[0])
            var trend = SIMD8<Double>(repeating: firstTrend)
            var squares = SIMD8<Double>.zero
            for i in 1..<n {
                let damped = point.damping * trend
                let expected = level + damped
                let error = history[i] - expected
                squares += error * error
                level = expected + point.alpha * error
                trend = damped + point.product * error
            }
            for lane in 0..<8 where squares[lane] < least {
                least = squares[lane]
                best = Fit(level: level[lane], trend: trend[lane], damping: point.damping[lane])
            }
        }
        return best
    }
}

/// Eight points of the parameter grid, side by side.
struct SmoothingGrid: Sendable {
    let alpha: SIMD8<Double>
    /// α β, the step of the trend.
    let product: SIMD8<Double>
    let damping: SIMD8<Double>

    /// The α of simple smoothing.
    static let levels = SIMD16<Double>(
        0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 1)
    static let linear = points(dampings: [1])
    static let damped = points(dampings: [0.8, 0.9, 0.98])

    private static func points(dampings: [Double]) -> [SmoothingGrid] {
        var points: [(alpha: Double, beta: Double, damping: Double)] = []
        for damping in dampings {
            for alpha in [0.3, 0.5, 0.7, 0.9, 1] {
                for beta in [0, 0.1, 0.2, 0.4, 0.6] { points.append((alpha, beta, damping)) }
            }
        }
        return stride(from: 0, to: points.count, by: 8).map { start in
            // A last group that is not full repeats the last point.
            let group = (start..<start + 8).map { points[min($0, points.count - 1)] }
            return SmoothingGrid(
                alpha: SIMD8(group.map(\.alpha)), product: SIMD8(group.map { $0.alpha * $0.beta }),
                damping: SIMD8(group.map(\.damping)))
        }
    }
}
