/// What is known of the target year when it is forecast.
public enum ForecastMode: String, Hashable, Sendable, Codable, CaseIterable {
    /// Nothing: next year's budget is being drafted.
    case draft
    /// The approved initial budget: how much of it will be spent.
    case outlook
}
