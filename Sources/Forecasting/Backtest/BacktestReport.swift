import FinalAccounts

/// How well forecasts of past years did, beside last value and budget.
public struct BacktestReport: Hashable, Sendable {
    /// One model, level, target year and distance.
    public struct Row: Hashable, Sendable {
        /// The rule: ``ModelName`` raw values, `last-value` and `budget` for the references.
        public let model: String
        /// The level of the subjects.
        public let level: SubjectLevel
        /// The year forecast; `nil` in the rows over all years.
        public let year: Int?
        /// How many years ahead, from 1.
        public let step: Int
        /// The number of forecasts.
        public let subjects: Int
        /// The metrics in the order asked for; `nil` where one is not defined.
        public let values: [Double?]
    }

    /// The metrics, in the order of the values.
    public let metrics: [BacktestMetric]
    /// One row for each level, distance, year and model.
    public let rows: [Row]
    /// The same over years: means of the yearly values, except coverage, which is pooled.
    public let summary: [Row]

    /// The rows of one level.
    package func only(_ level: SubjectLevel) -> BacktestReport {
        BacktestReport(
            metrics: metrics, rows: rows.filter { $0.level == level }, summary: summary.filter { $0.level == level })
    }

    /// The value of a metric in the summary.
    public func value(
        _ metric: BacktestMetric, model: String, level: SubjectLevel, step: Int = 1
    ) -> Double? {
        guard let place = metrics.firstIndex(of: metric) else { return nil }
        return summary.first { $0.model == model && $0.level == level && $0.step == step }.flatMap { $0.values[place] }
    }
}
