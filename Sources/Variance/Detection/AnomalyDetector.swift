import FinalAccounts

/// Finds the subjects whose spending in one year departs from the plan or from earlier years, and ranks them.
///
/// ```swift
/// let detector = AnomalyDetector(scheme: .china, thresholds: .audit)
/// let report = try detector.report(on: series, year: FiscalYear(2023))
/// for anomaly in report.topQuestions(5) {
///     print(anomaly.subject.name, FlagText(language: .zhHans, unit: .wan).sentences(for: anomaly))
/// }
/// ```
///
/// Every subject at every level is looked at; a sum is listed only where its parts do not explain it. See
/// ``Severity`` for the order of the list and ``AnomalyThresholds`` for what gets onto it.
public struct AnomalyDetector: Sendable {
    /// How codes nest.
    public let scheme: SubjectScheme
    /// What is worth a person's time.
    public let thresholds: AnomalyThresholds

    /// Creates a detector.
    public init(scheme: SubjectScheme, thresholds: AnomalyThresholds = .draft) {
        self.scheme = scheme
        self.thresholds = thresholds
    }

    /// Looks at one year of all units in `series`. Later years are not used.
    ///
    /// - Throws: ``AmountError/overflow`` where a difference does not fit.
    public func report(on series: [SpendingSeries], year: FiscalYear) throws(AmountError) -> AnomalyReport {
        var examined = 0
        var anomalies: [Anomaly] = []
        for tree in try UnitTree.trees(of: series, scheme: scheme) {
            guard let review = UnitReview(tree, year: year, thresholds: thresholds) else { continue }
            examined += review.subjects.count { $0.facts.current != nil }
            anomalies += try self.anomalies(in: review, year: year)
        }
        return AnomalyReport(year: year, thresholds: thresholds, examined: examined, anomalies: anomalies)
    }

    private func anomalies(in review: UnitReview, year: FiscalYear) throws(AmountError) -> [Anomaly] {
        let total = review.subjects[0].facts
        let maker = FlagMaker(
            thresholds: thresholds, materiality: review.materiality, ordinary: review.ordinary,
            totals: (total.previous, total.current))
        var raised: [[AnomalyFlag]] = []
        raised.reserveCapacity(review.subjects.count)
        for subject in review.subjects { raised.append(try maker.flags(of: subject)) }
        let rule = ParentRule(tree: review.tree, reviews: review.subjects, explainedShare: thresholds.explainedShare)
        return zip(review.tree.series, rule.keeping(raised)).compactMap { series, flags in
            flags.isEmpty ? nil : Anomaly(series: series, year: year, flags: flags)
        }
    }
}
