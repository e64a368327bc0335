/// The standard Theta method.
///
/// Simple exponential smoothing with half of the least-squares slope as drift, which is what combining the lines
/// θ = 0 and θ = 2 in equal parts comes to. Sources: Assimakopoulos and Nikolopoulos (2000); Hyndman and Billah (2003).
/// Needs three years; fewer give ``LastValue``.
public struct Theta: ForecastModel {
    /// Creates the model.
    public init() {}

    /// The rule's name.
    public var name: ModelName { .theta }

    /// Writes ℓ + b/2 (h - 1 + 1/α - (1 - α)ⁿ/α).
    public func forecast(
        _ history: UnsafeBufferPointer<Double>, into output: UnsafeMutableBufferPointer<Double>
    ) -> ModelName {
        let n = history.count
        guard n >= 3 else { return LastValue().forecast(history, into: output) }
        let slope = LineThroughHistory(history).slope
        var (best, level, least) = (1.0, history[n - 1], Double.infinity)
        for alpha in DynamicTheta.alphas {
            var (current, squares) = (history[0], 0.0)
            for i in 1..<n {
                let error = history[i] - current
                squares += error * error
                current += alpha * error
            }
            if squares < least { (best, level, least) = (alpha, current, squares) }
        }
        var left = 1.0
        for _ in 0..<n { left *= 1 - best }
        for step in output.indices {
            output[step] = level + slope / 2 * (Double(step) + (1 - left) / best)
        }
        return .theta
    }
}
