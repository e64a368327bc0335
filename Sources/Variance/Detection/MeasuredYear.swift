import FinalAccounts
import Forecasting
import Platform

/// A year of many units, measured against plan, past and peers, and still to be held against forecasts.
///
/// ```swift
/// async let forecasts = engine.forecast(series, target: year)
/// let measured = try detector.measured(series, year: year)
/// let report = try measured.report(forecasts: try await forecasts)
/// ```
package struct MeasuredYear: Sendable {
    let review: LedgerReview
    let year: FiscalYear
    let thresholds: AnomalyThresholds

    /// Raises the flags and ranks them.
    ///
    /// - Parameter forecasts: what was forecast for the year before it began; subjects without one are not held
    ///   against any.
    /// - Throws: ``VarianceError``.
    package func report(forecasts: [Forecast] = []) throws(VarianceError) -> AnomalyReport {
        let review = review.held(against: forecasts, year: year, thresholds: thresholds)
        let anomalies = try VarianceError.translating { () throws(AmountError) in
            let parallel = Parallel()
            let stretches = parallel.stretches(of: review.units.count)
            let parts = try parallel.map(stretches.count) { part throws(AmountError) in
                var anomalies: [Anomaly] = []
                for number in stretches[part] { anomalies += try self.anomalies(inUnit: number, review) }
                return anomalies
            }
            return Array(parts.joined())
        }
        let examined = review.units.reduce(0) { $0 + $1.subjects.count { $0.facts.current != nil } }
        return AnomalyReport(year: year, thresholds: thresholds, examined: examined, anomalies: anomalies)
    }

    private func anomalies(inUnit number: Int, _ review: LedgerReview) throws(AmountError) -> [Anomaly] {
        let unit = review.units[number]
        var raised: [[AnomalyFlag]] = []
        raised.reserveCapacity(unit.subjects.count)
        var maker = FlagMaker(review, unit: number, thresholds: thresholds)
        for index in unit.subjects.indices {
            maker.index = index
            raised.append(try maker.flags())
        }
        let rule = ParentRule(tree: unit.tree, subjects: unit.subjects, explainedShare: thresholds.explainedShare)
        return rule.keeping(raised).enumerated().compactMap { index, flags in
            flags.isEmpty
                ? nil
                : Anomaly(
                    series: unit.tree.series[index], year: year, flags: flags,
                    reasonsBelow: unit.tree.reasonsBelow(index, in: year))
        }
    }
}
