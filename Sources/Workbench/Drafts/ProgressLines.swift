import Budgeting
import FinalAccounts
import Forecasting
import Reporting

/// Works out the lines of a year's progress from what is known of each subject.
struct ProgressLines {
    /// The budget of a line.
    struct Budget {
        var initial: Amount?
        var adjusted: Amount?

        init(initial: Amount? = nil, adjusted: Amount? = nil) {
            self.initial = initial
            self.adjusted = adjusted
        }

        /// Adds a line of the same subject.
        mutating func add(initial: Amount?, adjusted: Amount?) {
            if let initial { self.initial = (try? (self.initial ?? .zero).adding(initial)) ?? initial }
            if let adjusted { self.adjusted = (try? (self.adjusted ?? .zero).adding(adjusted)) ?? adjusted }
        }
    }

    let periods: [SubjectKey: ExecutedPeriods]
    let year: FiscalYear
    let month: Int
    let budgets: [SubjectKey: Budget]
    let actuals: [SubjectKey: [FiscalYear: Amount]]
    let forecasts: [SubjectKey: Forecast]
    let subjects: [SubjectKey: Subject]

    /// The sum, then the lines in the order of the classification.
    func lines() throws(AmountError) -> [ProgressLine] {
        var lines: [ProgressLine] = []
        for key in periods.keys.sorted() {
            if let line = try line(key) { lines.append(line) }
        }
        return lines.isEmpty ? [] : [try total(lines)] + lines
    }

    /// A line; `nil` where nothing is known of its year.
    private func line(_ key: SubjectKey) throws(AmountError) -> ProgressLine? {
        guard let periods = periods[key], let subject = subjects[key],
            let executed = periods.executed(by: month, of: year)
        else { return nil }
        let budget = budgets[key]
        let projection = projection(
            executed: executed, budget: budget, expected: expected(key),
            shares: periods.shares(by: month, before: year, totals: actuals[key] ?? [:]))
        return try progress(subject, executed, budget, projection, isSum: false)
    }

    /// The sum of the lines; its range is that of the sum by itself, around what the lines come to.
    private func total(_ lines: [ProgressLine]) throws(AmountError) -> ProgressLine {
        let executed = try Amount.sum(lines.map(\.executed))
        let hasAdjusted = lines.contains { $0.adjustedBudget != nil }
        let budget = Budget(
            initial: lines.contains { $0.initialBudget != nil }
                ? try Amount.sum(lines.compactMap(\.initialBudget)) : nil,
            adjusted: hasAdjusted ? try Amount.sum(lines.compactMap(\.budget)) : nil)
        let own = projection(
            executed: executed, budget: budget, expected: expectedInAll(lines), shares: bodyShares)
        let sum = try Amount.sum(lines.map(\.projection)).doubleValue
        let shifted = YearProjector.Projection(
            value: sum,
            range: min(
                max(executed.doubleValue, own.range.lowerBound + sum - own.value), sum)...max(
                    sum, own.range.upperBound + sum - own.value),
            usualShare: own.usualShare, basis: own.basis)
        return try progress(.total, executed, budget, shifted, isSum: true)
    }

    private func progress(
        _ subject: Subject, _ executed: Amount, _ budget: Budget?, _ projection: YearProjector.Projection, isSum: Bool
    ) throws(AmountError) -> ProgressLine {
        let limit = budget?.adjusted ?? budget?.initial
        return ProgressLine(
            subject: subject, initialBudget: budget?.initial, adjustedBudget: budget?.adjusted, executed: executed,
            projection: try Amount(rounding: projection.value),
            range: try Amount(rounding: projection.range.lowerBound)...Amount(rounding: projection.range.upperBound),
            usualShare: projection.usualShare, basis: isSum ? nil : projection.basis,
            flag: ProgressFlag(projection, executed: executed.doubleValue, budget: limit?.doubleValue))
    }

    private func projection(
        executed: Amount, budget: Budget?, expected: YearProjector.Expected?, shares: [Double]
    ) -> YearProjector.Projection {
        YearProjector(month: month).projection(
            of: YearProjector.Line(
                executed: executed.doubleValue, expected: expected,
                budget: (budget?.adjusted ?? budget?.initial)?.doubleValue, shares: shares, bodyShares: bodyShares))
    }

    /// What was expected of a subject before the year began.
    private func expected(_ key: SubjectKey) -> YearProjector.Expected? {
        guard let forecast = forecasts[key], let interval = forecast.interval(level: 0.8) else { return nil }
        // Four fifths of a normal distribution lie within 1.28 deviations of its middle.
        let deviation = (interval.upper - interval.lower) / (2 * 1.281_551_565_544_600_4)
        return deviation > 0 ? YearProjector.Expected(mean: forecast.value, deviation: deviation) : nil
    }

    /// What was expected of the lines together: reports may be of some of the body's lines, whose share of its deviation they have.
    private func expectedInAll(_ lines: [ProgressLine]) -> YearProjector.Expected? {
        let means = lines.compactMap { expected($0.subject.key)?.mean }
        guard let body = expected(Subject.total.key), means.count == lines.count, body.mean > 0 else { return nil }
        let mean = means.reduce(0, +)
        return YearProjector.Expected(mean: mean, deviation: body.deviation * abs(mean) / body.mean)
    }

    /// The shares of earlier years that the body as a whole had spent by the month.
    private var bodyShares: [Double] {
        let years = Set(periods.values.flatMap(\.years)).filter { $0 < year }.sorted()
        return years.compactMap { year in
            var (part, whole) = (0.0, 0.0)
            for (key, periods) in periods {
                guard let spent = periods.executed(by: month, of: year) else { continue }
                let ended = periods.lastMonth(of: year) == 12 ? periods.executed(by: 12, of: year) : actuals[key]?[year]
                guard let ended else { continue }
                part += spent.doubleValue
                whole += ended.doubleValue
            }
            return whole > 0 && (0...whole).contains(part) ? part / whole : nil
        }
    }
}
