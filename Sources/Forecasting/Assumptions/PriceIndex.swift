/// Stated inflation as factors between the prices of a year and those of a base year.
struct PriceIndex: Sendable {
    private let rates: [Int: Double]
    private let base: Int

    /// An index on the prices of `base`; a year without a stated rate counts as one without inflation.
    init(rates: [Int: Double], base: Int) {
        self.rates = rates
        self.base = base
    }

    /// Whether any rate is stated.
    var isStated: Bool { !rates.isEmpty }

    /// What an amount of `year` is multiplied with to stand in prices of the base year.
    func toBase(_ year: Int) -> Double {
        var factor = 1.0
        if year < base {
            for y in (year + 1)...base { factor *= 1 + (rates[y] ?? 0) }
        } else if year > base {
            for y in (base + 1)...year { factor /= 1 + (rates[y] ?? 0) }
        }
        return factor
    }
}
