import FinalAccounts

/// What a line had spent at the end of some months of some years.
package struct ExecutedPeriods: Hashable, Sendable {
    /// The sums by year and month.
    private var sums: [FiscalYear: [Int: Amount]] = [:]

    package init() {}

    /// Notes what had been spent by the end of a month.
    package mutating func note(_ amount: Amount, by month: Int, of year: FiscalYear) {
        sums[year, default: [:]][month] = amount
    }

    /// The years that anything is known of.
    package var years: [FiscalYear] { sums.keys.sorted() }

    /// The last month of a year that anything is known of.
    package func lastMonth(of year: FiscalYear) -> Int? { sums[year]?.keys.max() }

    /// What had been spent by the end of a month: as it is known of the month, else of the last one before it.
    package func executed(by month: Int, of year: FiscalYear) -> Amount? {
        guard let months = sums[year], let known = months.keys.filter({ $0 <= month }).max() else { return nil }
        return months[known]
    }

    /// The shares of earlier years that were spent by a month.
    ///
    /// - Parameter totals: what years came to in all, for those whose December is not known here.
    package func shares(by month: Int, before year: FiscalYear, totals: [FiscalYear: Amount]) -> [Double] {
        years.filter { $0 < year }.compactMap { year in
            guard let part = executed(by: month, of: year), let whole = sums[year]?[12] ?? totals[year], whole > .zero
            else { return nil }
            let share = part.doubleValue / whole.doubleValue
            return (0...1.000_001).contains(share) ? min(share, 1) : nil
        }
    }
}
