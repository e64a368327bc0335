/// The last actual, repeated: the reference every other model has to beat.
public struct LastValue: ForecastModel {
    /// Creates the model.
    public init() {}

    /// The rule's name.
    public var name: ModelName { .lastValue }

    /// Writes the last value of the history for every year ahead.
    public func forecast(
        _ history: UnsafeBufferPointer<Double>, into output: UnsafeMutableBufferPointer<Double>
    ) -> ModelName {
        for step in output.indices { output[step] = history[history.count - 1] }
        return .lastValue
    }
}
