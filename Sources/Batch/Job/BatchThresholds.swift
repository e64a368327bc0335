/// From where on findings make a batch end with exit code 1.
package struct BatchThresholds: Hashable, Sendable {
    /// The gravest levels of the consistency check.
    package enum CheckLevel: String, Hashable, Sendable, CaseIterable {
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
    package var check: CheckLevel = .error
    /// The severity from which an anomaly counts; `nil` where none does.
    package var severity: Double?
    /// How many figures of one document may be left unplaced; `nil` for any number.
    package var unplaced: Int?
}
