import Regression

/// A trend line through one series, by one of three estimators, shrunk towards the last value.
///
/// The expected value h years ahead is the last actual plus `share` · h times the slope, plus `share` times the distance
/// of the line's end from the last actual where `levelShare` asks for it. Needs three years; fewer give ``Drift`` halved
/// by the share and then ``LastValue``.
public struct TrendLine: ForecastModel {
    /// How the slope is estimated.
    public enum Estimator: Hashable, Sendable, CaseIterable {
        /// Ordinary least squares.
        case leastSquares
        /// Huber's M-estimator with tuning constant 1.345 (Huber, 1964), by iteratively reweighted least squares.
        case huber
        /// The median of the slopes of all pairs of years (Theil, 1950; Sen, 1968); of the last 40 years at most.
        case theilSen
    }

    /// How the slope is estimated.
    public var estimator: Estimator
    /// The share of the slope that is kept, 0 to 1.
    public var share: Double

    /// A trend line that keeps the given share of its slope.
    public init(_ estimator: Estimator, share: Double = 0.5) {
        self.estimator = estimator
        self.share = share
    }

    /// The rule's name.
    public var name: ModelName {
        switch estimator {
        case .leastSquares: .olsTrend
        case .huber: .huberTrend
        case .theilSen: .theilSenTrend
        }
    }

    /// Writes x₁ + share · slope · h.
    public func forecast(
        _ history: UnsafeBufferPointer<Double>, into output: UnsafeMutableBufferPointer<Double>
    ) -> ModelName {
        let n = history.count
        guard n >= 3 else { return LastValue().forecast(history, into: output) }
        let slope: Double
        switch estimator {
        case .leastSquares: slope = LineThroughHistory(history).slope
        case .huber: slope = Self.huberSlope(history)
        case .theilSen: slope = Self.theilSenSlope(UnsafeBufferPointer(rebasing: history.suffix(40)))
        }
        for step in output.indices { output[step] = history[n - 1] + share * slope * Double(step + 1) }
        return name
    }

    private static func huberSlope(_ history: UnsafeBufferPointer<Double>) -> Double {
        let n = history.count
        let line = LineThroughHistory(history)
        var (slope, centre, middle) = (line.slope, line.mean, Double(n - 1) / 2)
        return withUnsafeTemporaryAllocation(of: Double.self, capacity: n) { sizes in
            for _ in 0..<20 {
                for i in 0..<n { sizes[i] = abs(history[i] - centre - slope * (Double(i) - middle)) }
                let threshold = 1.345 * Median.moving(sizes, count: n) / 0.674_489_750_196_081_7
                guard threshold > 0 else { break }
                var (weight, time, value) = (0.0, 0.0, 0.0)
                for i in 0..<n {
                    // The sizes were put in order by the median, so they are computed anew.
                    let size = abs(history[i] - centre - slope * (Double(i) - middle))
                    let w = size <= threshold ? 1 : threshold / size
                    sizes[i] = w
                    weight += w
                    time += w * Double(i)
                    value += w * (history[i] - line.mean)
                }
                (time, value) = (time / weight, value / weight)
                var (cross, spread) = (0.0, 0.0)
                for i in 0..<n {
                    let distance = Double(i) - time
                    cross += sizes[i] * distance * (history[i] - line.mean - value)
                    spread += sizes[i] * distance * distance
                }
                let next = spread > 0 ? cross / spread : slope
                let moved = abs(next - slope) + abs(centre - line.mean - value)
                (slope, centre, middle) = (next, line.mean + value, time)
                if moved <= 1e-10 * (abs(slope) + threshold) { break }
            }
            return slope
        }
    }

    private static func theilSenSlope(_ history: UnsafeBufferPointer<Double>) -> Double {
        let n = history.count
        return withUnsafeTemporaryAllocation(of: Double.self, capacity: n * (n - 1) / 2) { slopes in
            var count = 0
            for i in 0..<n {
                for j in (i + 1)..<max(n, i + 1) {
                    slopes[count] = (history[j] - history[i]) / Double(j - i)
                    count += 1
                }
            }
            return Median.moving(slopes, count: count)
        }
    }
}
