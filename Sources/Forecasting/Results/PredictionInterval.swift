/// The range that the actual falls into with a stated probability.
public struct PredictionInterval: Hashable, Sendable, Codable {
    /// The probability, strictly between 0 and 1.
    public let level: Double
    /// The lower end, in the unit of the series.
    public let lower: Double
    /// The upper end, in the unit of the series.
    public let upper: Double
}
