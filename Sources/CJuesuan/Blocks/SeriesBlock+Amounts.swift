import FinalAccounts
import Forecasting

extension SeriesBlock {
    /// What tells a series among all.
    struct Key: Hashable {
        let unit: BudgetUnit
        let subject: SubjectKey

        init(_ series: SpendingSeries) { (unit, subject) = (series.unit, series.subject.key) }
        init(_ unit: BudgetUnit, _ subject: SubjectKey) { (self.unit, self.subject) = (unit, subject) }
    }

    /// Where each series stands.
    ///
    /// - Throws: ``CallError`` for a series that is given twice.
    func places() throws -> [Key: Int] {
        var places: [Key: Int] = [:]
        places.reserveCapacity(series.count)
        for (place, given) in series.enumerated() {
            if let first = places.updateValue(place, forKey: Key(given.series)) {
                throw CallError(
                    "series \(place)", "it has the body and code of series \(first)", kind: .data,
                    remedy: "add them up, or number their bodies")
            }
        }
        return places
    }

    /// The series with all levels above them, added up exactly.
    ///
    /// - Parameters:
    ///   - target: the year that is forecast, of which no more than an initial budget is known; `nil` for all years.
    ///   - withBudget: whether that is.
    func withLevels(scheme: SubjectScheme, before target: FiscalYear?, withBudget: Bool) throws -> [SpendingSeries] {
        _ = try places()
        var lines: [AccountLine] = []
        for (place, given) in series.enumerated() {
            for observation in try observations(place, before: target, withBudget: withBudget) {
                lines.append(
                    AccountLine(
                        unit: given.series.unit, fiscalYear: observation.year, subject: given.series.subject,
                        initialBudget: observation.initialBudget, adjustedBudget: observation.adjustedBudget,
                        actual: observation.actual))
            }
        }
        return try SeriesBuilder(scheme: scheme).series(from: lines)
    }

    /// The series as they were given, in exact amounts.
    func withAmounts() throws -> [SpendingSeries] {
        _ = try places()
        return try series.indices.map { place in
            SpendingSeries(
                unit: series[place].series.unit, subject: series[place].series.subject,
                observations: try observations(place, before: nil, withBudget: false))
        }
    }

    private func observations(
        _ place: Int, before target: FiscalYear?, withBudget: Bool
    ) throws -> [Observation] {
        guard let figures = series[place].figures else { return [] }
        var observations: [Observation] = []
        for (column, year) in (figures.firstYear..<(figures.firstYear + figures.length)).enumerated() {
            let year = FiscalYear(year)
            let isKnown = target.map { year < $0 } ?? true
            guard isKnown || (withBudget && year == target) else { continue }
            func amount(_ row: SeriesFigures.Row?) throws -> Amount? {
                guard let row, column < row.count, !row[column].isNaN else { return nil }
                return try Self.amount(row[column], "series \(place), \(year)")
            }
            let budget = try amount(figures.budgets)
            let (adjusted, actual) = isKnown ? (try amount(figures.adjusted), try amount(figures.actuals)) : (nil, nil)
            guard budget != nil || adjusted != nil || actual != nil else { continue }
            observations.append(
                Observation(
                    year: year, initialBudget: budget.map { .stated($0) } ?? .notStated, adjustedBudget: adjusted,
                    actual: actual))
        }
        return observations
    }

    /// - Throws: ``CallError`` for a number that no amount is.
    private static func amount(_ value: Double, _ place: String) throws -> Amount {
        let amount = try? Amount(rounding: value)
        guard let amount, amount.doubleValue == value else {
            throw CallError(
                place, "\(value) is no amount to 0.01", kind: .data,
                remedy: "round it, or give another unit; without levels that are added up any number does")
        }
        return amount
    }
}
