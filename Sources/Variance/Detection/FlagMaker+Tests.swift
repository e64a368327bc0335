import FinalAccounts
import Regression

/// Flags that rest on a test, with the false discovery rate held over all subjects of the ledger.
extension FlagMaker {
    /// The flag for a level that shifted a year or two ago and stayed.
    func levelFlags() throws(AmountError) -> [AnomalyFlag] {
        guard let departure = departures.level, abs(departure.yuan) >= materiality,
            let significance = significance(.level)
        else { return [] }
        let since = departures.levelSince
        var before = facts.history.filter { $0.year < since }.suffix(SubjectFigures.window).map(\.actual)
        var after = facts.history.filter { $0.year >= since }.map(\.actual)
        after.append(facts.current?.doubleValue ?? 0)
        let evidence = FlagEvidence.levelShift(
            since: since, before: try Amount(rounding: Median.moving(&before)),
            after: try Amount(rounding: after.reduce(0, +) / Double(after.count)))
        let measure = Measure(departure: departure.yuan, unexplained: departure.yuan, surprise: surprise(.level))
        return [flag(.levelShift, evidence, measure, significance)]
    }

    /// The flag for a year off the regression line through the earlier years.
    func trendFlags() throws(AmountError) -> [AnomalyFlag] {
        guard let result = review.trend[subject], let significance = significance(.trend), let actual = facts.current
        else { return [] }
        let expected = try Amount(rounding: unit.scale.yuan(at: result.expected))
        let departure = actual.doubleValue - expected.doubleValue
        guard abs(departure) >= materiality else { return [] }
        let evidence = FlagEvidence.trend(
            expected: expected, actual: actual, years: result.years, residual: result.residual,
            degreesOfFreedom: result.degreesOfFreedom)
        let measure = Measure(
            departure: departure, unexplained: unexplained(departure, by: .change), surprise: surprise(.trend))
        return [flag(.offTrend, evidence, measure, significance)]
    }

    /// The flag for a year outside the widest interval that was forecast.
    ///
    /// A forecast knows nothing of what the year did to the whole unit, or to the subject everywhere. It therefore
    /// confirms a surprising change, and is no surprise of its own.
    func forecastFlags() throws(AmountError) -> [AnomalyFlag] {
        guard surprise(.change) >= max(1, thresholds.surprise), let forecast = review.forecast(of: subject),
            let actual = facts.current,
            let interval = forecast.intervals.max(by: { $0.level < $1.level }),
            !(interval.lower...interval.upper).contains(actual.doubleValue),
            let significance = significance(.forecast)
        else { return [] }
        let departure = actual.doubleValue - forecast.value
        guard abs(departure) >= materiality else { return [] }
        let evidence = FlagEvidence.forecast(
            value: try forecast.amount(), lower: try Amount(rounding: interval.lower),
            upper: try Amount(rounding: interval.upper), level: interval.level, actual: actual,
            model: forecast.model.rawValue)
        let measure = Measure(
            departure: departure, unexplained: unexplained(departure, by: .change),
            surprise: min(surprise(.forecast), surprise(.change)))
        return [flag(.outsideForecast, evidence, measure, significance)]
    }

    /// The flags for faring unlike the unit's other subjects, or unlike the same subject in other units; of execution
    /// and change the graver of the two.
    func comparisonFlags() -> [AnomalyFlag] {
        let questions: [[Statistic]] = [[.executionInUnit, .changeInUnit], [.executionAmongPeers, .changeAmongPeers]]
        return questions.compactMap { statistics in
            statistics.compactMap { comparisonFlag($0) }.max { $0.severity < $1.severity }
        }
    }

    private func comparisonFlag(_ statistic: Statistic) -> AnomalyFlag? {
        let own: Statistic = statistic.isOfExecution ? .execution : .change
        // Being unlike others confirms a surprise; a subject that is always unlike them has none.
        guard surprise(own) >= max(1, thresholds.surprise), let significance = significance(statistic),
            let actual = facts.current, let base = statistic.isOfExecution ? facts.budget : facts.previous,
            let position = figures.actual,
            let group = group(of: statistic)
        else { return nil }
        let step = statistic.isOfExecution ? figures.executionStep : figures.changeStep
        let typical = unit.scale.yuan(at: position - step + group.centre)
        let departure = actual.doubleValue - typical
        let baseYuan = base.doubleValue
        guard abs(departure) >= materiality, baseYuan != 0 else { return nil }
        let measure = statistic.isOfExecution ? FlagMeasure.execution : .change
        let lessBase = measure == .change ? 1.0 : 0.0
        guard let value = Self.percentage(actual.doubleValue / baseYuan - lessBase),
            let usual = Self.percentage(typical / baseYuan - lessBase)
        else { return nil }
        let evidence = FlagEvidence.comparison(measure, value: value, typical: usual, members: group.count)
        return flag(
            statistic.isAmongPeers ? .unlikePeers : .unlikeUnit, evidence,
            Measure(
                departure: departure, unexplained: unexplained(departure, by: own),
                surprise: min(surprise(statistic), surprise(own))), significance)
    }

    private func group(of statistic: Statistic) -> RobustScale? {
        let movement =
            statistic.isAmongPeers
            ? review.common.subjects[unit.tree.series[index].subject.key] : self.movement
        return movement?.scale(statistic)
    }

    private static func percentage(_ ratio: Double) -> StatedPercentage? {
        Int64(exactly: (ratio * 1000).rounded()).map { StatedPercentage(digits: $0, decimals: 1) }
    }
}
