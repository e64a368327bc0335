import Regression

/// A least-squares line through one series, shrunk towards its last value, with the intervals of the regression.
///
/// The expected value h years ahead is x₁ + share · slope · h, where x₁ is the last actual: public spending follows its
/// last level more closely than any line, and half of the fitted slope was the best share on twelve years of a national
/// budget. The interval has the half-width of the regression's prediction interval (Student's t) around that value,
/// widened by the distance between the line and the value, for the line is the regression's own centre.
///
/// Fewer than three years give the last value and no interval of their own.
public struct TrendRegression: Sendable {
    /// The share of the slope that is kept, 0 to 1.
    public var share: Double

    /// A trend that keeps the given share of its slope.
    public init(share: Double = 0.5) {
        self.share = share
    }

    /// What the trend says of one year ahead.
    public struct Point: Hashable, Sendable {
        /// The expected value.
        public let value: Double
        /// The half-width of each level asked for; empty where the series is too short to tell.
        public let halfWidths: [Double]
    }

    /// The years after a history of successive years.
    ///
    /// - Parameters:
    ///   - history: actuals, oldest first; at least one, all finite.
    ///   - horizon: years ahead, at least one.
    ///   - levels: probabilities of the intervals, strictly between 0 and 1.
    /// - Throws: ``ForecastError/emptyHistory``, ``ForecastError/regression(_:)``.
    public func predict(_ history: [Double], horizon: Int, levels: [Double]) throws(ForecastError) -> [Point] {
        guard let last = history.last else { throw .emptyHistory }
        guard history.count >= 3 else {
            return (0..<horizon).map { _ in Point(value: last, halfWidths: []) }
        }
        do {
            let years = history.indices.map(Double.init)
            let ahead = (0..<horizon).map { Double(history.count + $0) }
            let fit = try LinearModel.leastSquares.fit(Design(["year": years]), history)
            let rows = try Design(["year": ahead])
            var widths = [[Double]](repeating: [], count: horizon)
            var means = [Double](repeating: last, count: horizon)
            for level in levels {
                for (step, prediction) in try fit.predict(rows, level: level).enumerated() {
                    means[step] = prediction.mean
                    widths[step].append((prediction.prediction.upperBound - prediction.prediction.lowerBound) / 2)
                }
            }
            return (0..<horizon).map { step in
                let value = last + share * fit.coefficients[1] * Double(step + 1)
                return Point(value: value, halfWidths: widths[step].map { $0 + abs(means[step] - value) })
            }
        } catch {
            throw .regression(error.description)
        }
    }
}
