import FinalAccounts
import Forecasting
import Regression

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
package struct AnomalyDetector: Sendable {
    /// How codes nest.
    package let scheme: SubjectScheme
    /// What is worth a person's time.
    package let thresholds: AnomalyThresholds

    package init(scheme: SubjectScheme, thresholds: AnomalyThresholds = .draft) {
        self.scheme = scheme
        self.thresholds = thresholds
    }

    /// Looks at one year of all units in `series`. Later years are not used.
    ///
    /// - Parameters:
    ///   - series: every subject of every unit, with its years.
    ///   - year: the year under review.
    ///   - forecasts: what was forecast for that year before it began; subjects without one are not held against any.
    /// - Throws: ``VarianceError``.
    package func report(
        on series: [SpendingSeries], year: FiscalYear, forecasts: [Forecast] = []
    ) throws(VarianceError) -> AnomalyReport {
        try measured(series, year: year).report(forecasts: forecasts)
    }

    /// Measures one year of all units in `series` without forecasts, which may still be in the making.
    ///
    /// - Throws: ``VarianceError``.
    package func measured(_ series: [SpendingSeries], year: FiscalYear) throws(VarianceError) -> MeasuredYear {
        let units = try VarianceError.translating { () throws(AmountError) in
            try UnitTree.trees(of: series, scheme: scheme).compactMap { tree in
                UnitFigures(tree, year: year, thresholds: thresholds)
            }
        }
        do throws(RegressionError) {
            return MeasuredYear(
                review: try LedgerReview(units, year: year, thresholds: thresholds), year: year, thresholds: thresholds)
        } catch {
            throw .regression(error)
        }
    }
}
