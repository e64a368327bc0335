/// A forecast of the past beside what else could have been said, and what came: what the method of a body is chosen by.
struct Trial: Sendable {
    /// The row of the panel.
    var row: Int
    /// The column that was forecast.
    var column: Int
    /// What came.
    var outcome: Double
    /// What the model said, without having seen the outcome.
    var model: Double
    /// The last actual before the column.
    var last: Double
    /// The approved budget of the column; NaN for a draft.
    var budget: Double

    /// Adds another trial of the same column, as a sum of subjects does.
    mutating func add(_ other: Trial) {
        outcome += other.outcome
        model += other.model
        last += other.last
        budget += other.budget
    }
}
