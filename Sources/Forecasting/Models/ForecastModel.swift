/// A forecaster that knows one series only: its own past actuals.
///
/// A model is a value without state; the same call serves one series and a million, because history and output are
/// buffers that the caller owns and nothing is allocated. Every model is valid from one observation up: where the
/// history is too short for it, it hands over to a simpler model and says which one answered.
///
/// ```swift
/// let model = DampedDrift()
/// let next = model.forecast([102, 108, 111], horizon: 2)   // next.values, next.model
/// ```
public protocol ForecastModel: Sendable {
    /// The rule at the top of the ladder.
    var name: ModelName { get }

    /// Writes the expected values of the years that follow the history.
    ///
    /// - Parameters:
    ///   - history: actuals of successive years, oldest first; at least one, all finite.
    ///   - output: one value for each year ahead, at least one; all are written, all finite.
    /// - Returns: the rule that answered.
    func forecast(
        _ history: UnsafeBufferPointer<Double>, into output: UnsafeMutableBufferPointer<Double>
    ) -> ModelName
}

/// What a single-series model says of the years ahead.
public struct PointForecast: Hashable, Sendable {
    /// The expected values, one for each year ahead.
    public let values: [Double]
    /// The rule that answered.
    public let model: ModelName
}

extension ForecastModel {
    /// The expected values of the next `horizon` years after `history`.
    ///
    /// - Parameters:
    ///   - history: actuals of successive years, oldest first; values that are not finite are left out.
    ///   - horizon: the number of years ahead, at least one.
    /// - Throws: ``ForecastError/emptyHistory`` without a finite value, ``ForecastError/invalidHorizon(_:)``.
    public func forecast(_ history: [Double], horizon: Int) throws(ForecastError) -> PointForecast {
        guard horizon >= 1 else { throw .invalidHorizon(horizon) }
        let finite = history.filter(\.isFinite)
        guard !finite.isEmpty else { throw .emptyHistory }
        var values = [Double](repeating: 0, count: horizon)
        let model = finite.withUnsafeBufferPointer { source in
            values.withUnsafeMutableBufferPointer { forecast(source, into: $0) }
        }
        return PointForecast(values: values, model: model)
    }
}
