/// What a person knows of years beside their accounts: how many heads there were, and what prices were.
///
/// ```swift
/// let real = try measures.scaled(series, by: [.constantPrices(of: FiscalYear(2023)), .perHead])
/// ```
package struct YearMeasures: Hashable, Sendable {
    /// One year.
    package struct Year: Hashable, Sendable {
        /// How many heads; positive.
        package var population: Int64?
        /// The price level, in any unit that all years share, as hundredths of hundredths; positive.
        package var prices: Int64?

        package init(population: Int64? = nil, prices: Int64? = nil) {
            self.population = population
            self.prices = prices
        }
    }

    /// How amounts are shown.
    package enum Scale: Hashable, Sendable {
        /// For each head.
        case perHead
        /// In the prices of a year.
        case constantPrices(of: FiscalYear)
    }

    /// What is known, by year.
    package var years: [FiscalYear: Year]

    package init(_ years: [FiscalYear: Year]) { self.years = years }

    /// The years of some that lack what a scale needs.
    package func missing(_ scales: [Scale], in wanted: [FiscalYear]) -> [FiscalYear] {
        wanted.filter { year in scales.contains { factor($0, in: year) == nil } }
    }

    /// An amount of a year, rounded to 分 half away from zero; `nil` where the year lacks what the scale needs or the amount
    /// gets too large.
    package func scaled(_ amount: Amount, of year: FiscalYear, by scales: [Scale]) -> Amount? {
        var numerator = Int128(amount.minorUnits), denominator: Int128 = 1
        for scale in scales {
            guard let factor = factor(scale, in: year) else { return nil }
            numerator *= Int128(factor.numerator)
            denominator *= Int128(factor.denominator)
        }
        let (quotient, remainder) = numerator.quotientAndRemainder(dividingBy: denominator)
        let isUp = remainder.magnitude * 2 >= denominator.magnitude
        return Int64(exactly: isUp ? quotient + numerator.signum() : quotient).map(Amount.init(minorUnits:))
    }

    private func factor(_ scale: Scale, in year: FiscalYear) -> (numerator: Int64, denominator: Int64)? {
        switch scale {
        case .perHead: years[year]?.population.map { (1, $0) }
        case .constantPrices(let base):
            years[base]?.prices.flatMap { base in years[year]?.prices.map { (base, $0) } }
        }
    }
}
