import Platform

/// Many series over the same years in contiguous storage: what the engine computes on.
///
/// Row i holds series i, column j the year `firstYear + j`; entry (i, j) stands at `i * years + j`. NaN means that the
/// figure is not stated. Budgets are optional: an empty array says that the panel has none.
///
/// ```swift
/// var panel = SeriesPanel(series: 2, firstYear: 2020, years: 4)
/// panel.setActual(120, series: 0, year: 2021)
/// ```
public struct SeriesPanel: Sendable {
    /// The number of series.
    public let series: Int
    /// The year of the first column.
    public let firstYear: Int
    /// The number of columns.
    public let years: Int
    /// The actuals, `series * years` values.
    public private(set) var actuals: [Double]
    /// The initial budgets, `series * years` values, or empty.
    public private(set) var budgets: [Double]
    /// The adjusted budgets, `series * years` values, or empty.
    public private(set) var adjusted: [Double]

    /// A panel without any figure.
    public init(series: Int, firstYear: Int, years: Int, hasBudgets: Bool = false) {
        precondition(series >= 0 && years >= 0, "a panel has no negative dimensions")
        self.series = series
        self.firstYear = firstYear
        self.years = years
        actuals = [Double](repeating: .nan, count: series * years)
        budgets = hasBudgets ? actuals : []
        adjusted = budgets
    }

    /// A panel of actuals that stand ready, row after row; values that are not finite count as not stated.
    ///
    /// - Throws: ``ForecastError/invalidConfiguration(name:value:expected:)`` when the number of values does not fit.
    public init(firstYear: Int, years: Int, actuals: [Double]) throws(ForecastError) {
        guard years > 0, actuals.count.isMultiple(of: years) else {
            throw .invalidConfiguration(
                name: Bilingual("决算数", "actuals"), value: Bilingual("\(actuals.count) 个", "\(actuals.count) values"),
                expected: Bilingual("\(years) 年的整数倍", "a multiple of \(years) years"))
        }
        series = actuals.count / years
        self.firstYear = firstYear
        self.years = years
        // Copied only where there is anything to replace: panels may hold millions of series.
        self.actuals = actuals.allSatisfy { !$0.isInfinite } ? actuals : actuals.map { $0.isFinite ? $0 : .nan }
        budgets = []
        adjusted = []
    }

    /// Whether the panel states budgets.
    public var hasBudgets: Bool { !budgets.isEmpty }

    /// Sets an actual; years outside the panel and values that are not finite are left out.
    public mutating func setActual(_ value: Double, series i: Int, year: Int) {
        guard let index = index(i, year), value.isFinite else { return }
        actuals[index] = value
    }

    /// Sets an initial budget; as ``setActual(_:series:year:)``.
    public mutating func setBudget(_ value: Double, series i: Int, year: Int) {
        guard hasBudgets, let index = index(i, year), value.isFinite else { return }
        budgets[index] = value
    }

    /// Sets an adjusted budget; as ``setActual(_:series:year:)``.
    public mutating func setAdjusted(_ value: Double, series i: Int, year: Int) {
        guard hasBudgets, let index = index(i, year), value.isFinite else { return }
        adjusted[index] = value
    }

    private func index(_ i: Int, _ year: Int) -> Int? {
        let column = year - firstYear
        return (0..<series).contains(i) && (0..<years).contains(column) ? i * years + column : nil
    }

    /// The panel of some of the rows.
    func selecting(_ rows: [Int]) -> SeriesPanel {
        func selected(_ values: [Double]) -> [Double] {
            values.isEmpty ? [] : rows.flatMap { values[($0 * years)..<(($0 + 1) * years)] }
        }
        var copy = SeriesPanel(series: rows.count, firstYear: firstYear, years: years)
        copy.actuals = selected(actuals)
        copy.budgets = selected(budgets)
        copy.adjusted = selected(adjusted)
        return copy
    }

    /// The panel with budgets that stand against the sign of the history read with the history's sign.
    ///
    /// Bodies that are paid for what they do state their net spending below zero, and in some years their budget as a
    /// positive amount. A budget above zero is turned where last year's actual is below zero and the one before not
    /// above; only years before the budget decide, so that a backtest sees what a forecast would have seen.
    func aligningBudgetSigns() -> SeriesPanel {
        guard hasBudgets else { return self }
        var copy = self
        for i in 0..<series {
            for j in 1..<max(years, 1) where turnsBudgetSign(series: i, column: j) {
                copy.budgets[i * years + j] = -budgets[i * years + j]
            }
        }
        return copy
    }

    /// Whether ``aligningBudgetSigns()`` turns the budget of a series in a column.
    func turnsBudgetSign(series i: Int, column j: Int) -> Bool {
        guard hasBudgets, j >= 1, j < years, budgets[i * years + j] > 0, actuals[i * years + j - 1] < 0 else {
            return false
        }
        return j < 2 || !(actuals[i * years + j - 2] > 0)
    }
}
