/// From where on findings make a batch end with exit code 1.
public struct BatchThresholds: Hashable, Sendable {
    /// The gravest levels of the consistency check.
    public enum CheckLevel: String, Hashable, Sendable, CaseIterable {
        /// From notes on.
        case note
        /// From warnings on.
        case warning
        /// Errors only.
        case error
        /// Findings of the check never count.
        case never
    }

    /// The level from which findings of the check count.
    public var check: CheckLevel
    /// The severity from which an anomaly counts; `nil` where none does.
    public var severity: Double?
    /// How many figures of one document may be left unplaced; `nil` for any number.
    public var unplaced: Int?

    /// Creates thresholds; by default only errors of the check count.
    public init(check: CheckLevel = .error, severity: Double? = nil, unplaced: Int? = nil) {
        self.check = check
        self.severity = severity
        self.unplaced = unplaced
    }
}
