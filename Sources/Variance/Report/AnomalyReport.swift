import FinalAccounts

/// What does not fit in one year, ranked.
package struct AnomalyReport: Hashable, Sendable {
    /// The year under review.
    package let year: FiscalYear
    /// The thresholds used.
    package let thresholds: AnomalyThresholds
    /// How many subjects were looked at, at all levels.
    package let examined: Int
    /// The list, the gravest first; ties in order of unit, level and subject.
    package let anomalies: [Anomaly]

    /// Puts a report together; `anomalies` are ranked.
    package init(year: FiscalYear, thresholds: AnomalyThresholds, examined: Int, anomalies: [Anomaly]) {
        self.year = year
        self.thresholds = thresholds
        self.examined = examined
        self.anomalies = Self.ranked(anomalies) { $0.severity }
    }

    /// The subjects over their initial budget, the highest rate of execution first.
    package var overrunsByRate: [Anomaly] {
        Self.ranked(anomalies.filter { $0.flag(.overrun)?.rate != nil }) {
            $0.flag(.overrun)?.rate?.doubleValue ?? 0
        }
    }

    /// The subjects paid for without an initial budget, the largest amount first.
    package var unbudgetedByAmount: [Anomaly] {
        ranked(.unbudgeted)
    }

    /// The subjects that will be asked about first.
    package func topQuestions(_ count: Int = 5) -> ArraySlice<Anomaly> {
        anomalies.prefix(count)
    }

    private func ranked(_ kind: FlagKind) -> [Anomaly] {
        Self.ranked(anomalies.filter { $0.flag(kind) != nil }) { anomaly in
            anomaly.flag(kind)?.difference.map { Double($0.magnitude.minorUnits) } ?? 0
        }
    }

    private static func ranked(_ anomalies: [Anomaly], by weight: (Anomaly) -> Double) -> [Anomaly] {
        let weighted = anomalies.map { (weight: weight($0), anomaly: $0) }
        return weighted.sorted { left, right in
            if left.weight != right.weight { return left.weight > right.weight }
            return (left.anomaly.unit, left.anomaly.subject.level, left.anomaly.subject.key)
                < (right.anomaly.unit, right.anomaly.subject.level, right.anomaly.subject.key)
        }.map(\.anomaly)
    }
}
