import FinalAccounts

/// The forecasts of a run and how they were made.
public struct ForecastRun: Hashable, Sendable {
    /// What answered for the subjects of some levels.
    public struct Panel: Hashable, Sendable {
        /// The levels forecast together.
        public let levels: [SubjectLevel]
        /// The number of subjects.
        public let subjects: Int
        /// The past changes that the panel regression was or would have been fitted on.
        public let rows: Int
        /// Whether there were too few of them, so that a stored model or single-series rules answered.
        public let usesShippedModel: Bool
        /// The name of the stored model that answered; `nil` where none did.
        public let shippedName: String?
        /// The weight of each rule in the combination, by name.
        public let weights: [String: Double]
    }

    /// One for each subject with a recent actual and each year ahead, in the order of unit, level, subject and year.
    public let forecasts: [Forecast]
    /// What answered, the widest level first.
    public let panels: [Panel]
    /// For each subject with forecasts, in their order, its number among the series handed over; empty of a part of a run.
    package var places: [Int] = []

    /// The forecasts of some bodies.
    package func only(where isWanted: (BudgetUnit) -> Bool) -> ForecastRun {
        ForecastRun(forecasts: forecasts.filter { isWanted($0.unit) }, panels: panels)
    }

    /// The forecasts of one level.
    package func only(_ level: SubjectLevel) -> ForecastRun {
        ForecastRun(
            forecasts: forecasts.filter { $0.subject.level == level },
            panels: panels.filter { $0.levels.contains(level) })
    }
}
