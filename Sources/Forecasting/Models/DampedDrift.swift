/// The last actual moved on by a share of the least-squares slope, the steps dying away year by year.
///
/// The first step is `share` times the slope, every further one `damping` times the step before. Public spending
/// keeps its last level better than its trend: on twelve years of a national budget half of the slope was the best
/// share. Needs three years; fewer give ``LastValue``. The damping is that of Gardner and McKenzie (1985).
public struct DampedDrift: ForecastModel {
    /// The share of the slope in the first step, 0 to 1.
    public var share: Double
    /// The ratio of successive steps, 0 to 1.
    public var damping: Double

    /// A drift with the given share and damping.
    public init(share: Double = 0.5, damping: Double = 0.9) {
        self.share = share
        self.damping = damping
    }

    /// The rule's name.
    public var name: ModelName { .dampedDrift }

    /// Writes x₁ + share · slope · (1 + damping + … ).
    public func forecast(
        _ history: UnsafeBufferPointer<Double>, into output: UnsafeMutableBufferPointer<Double>
    ) -> ModelName {
        guard history.count >= 3 else { return LastValue().forecast(history, into: output) }
        var step = share * LineThroughHistory(history).slope
        var value = history[history.count - 1]
        for index in output.indices {
            value += step
            output[index] = value
            step *= damping
        }
        return .dampedDrift
    }
}
