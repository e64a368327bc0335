import FinalAccounts

/// The ways a list is usually made, to hold the detector against: each gives items a weight, largest first.
enum Baselines {
    /// Items whose spending is 20% or more off the initial budget or 30% or more off last year's, by the larger
    /// of the two departures in money.
    static func thresholdByAmount(_ series: SpendingSeries, _ year: FiscalYear) -> Double? {
        departures(series, year).filter { abs($0.rate) >= $0.limit }.map { abs($0.amount) }.max()
    }

    /// The same items by the larger of the two departures in percent; what has no base counts as 1000%.
    static func thresholdByRate(_ series: SpendingSeries, _ year: FiscalYear) -> Double? {
        departures(series, year).filter { abs($0.rate) >= $0.limit }.map { min(abs($0.rate), 10) }.max()
    }

    /// How many standard deviations the year lies off the mean of the subject's earlier years.
    static func zScoreOfHistory(_ series: SpendingSeries, _ year: FiscalYear) -> Double? {
        guard let actual = series.actual(in: year)?.doubleValue else { return nil }
        let earlier = series.observations.filter { $0.year < year }.compactMap { $0.actual?.doubleValue }
        return zScore(of: actual, among: earlier)
    }

    private struct Departure {
        let amount: Double
        let rate: Double
        let limit: Double
    }

    private static func departures(_ series: SpendingSeries, _ year: FiscalYear) -> [Departure] {
        guard let now = series.observation(in: year), let actual = now.actual?.doubleValue else { return [] }
        var found: [Departure] = []
        if now.initialBudget != .notStated {
            let budget = now.initialBudget.amount?.doubleValue ?? 0
            found.append(Departure(amount: actual - budget, rate: rate(actual, budget), limit: 0.2))
        }
        if let previous = series.actual(in: year.previous)?.doubleValue {
            found.append(Departure(amount: actual - previous, rate: rate(actual, previous), limit: 0.3))
        }
        return found
    }

    private static func rate(_ value: Double, _ base: Double) -> Double {
        base == 0 ? (value == 0 ? 0 : 10) : (value - base) / abs(base)
    }

    /// How far a value lies from the mean of others in units of their standard deviation; `nil` for fewer than three.
    static func zScore(of value: Double, among others: [Double]) -> Double? {
        guard others.count >= 3 else { return nil }
        let mean = others.reduce(0, +) / Double(others.count)
        let squares = others.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        let deviation = (squares / Double(others.count - 1)).squareRoot()
        return deviation > 0 ? abs(value - mean) / deviation : nil
    }
}
