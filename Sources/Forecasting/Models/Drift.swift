/// The last actual moved on by the mean yearly change (random walk with drift).
///
/// Needs two years; one gives ``LastValue``. Source: Hyndman and Athanasopoulos, Forecasting: Principles and Practice,
/// 3rd edition, 5.2.
public struct Drift: ForecastModel {
    /// Creates the model.
    public init() {}

    /// The rule's name.
    public var name: ModelName { .drift }

    /// Writes x₁ + h (x₁ - first) / (n - 1).
    public func forecast(
        _ history: UnsafeBufferPointer<Double>, into output: UnsafeMutableBufferPointer<Double>
    ) -> ModelName {
        let n = history.count
        guard n >= 2 else { return LastValue().forecast(history, into: output) }
        let change = (history[n - 1] - history[0]) / Double(n - 1)
        for step in output.indices { output[step] = history[n - 1] + change * Double(step + 1) }
        return .drift
    }
}
