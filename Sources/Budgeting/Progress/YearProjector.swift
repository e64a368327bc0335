#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Projects what a line will have spent at the end of a year from what it has spent so far.
///
/// Two things are known: what a year was expected to come to before it began (mean *F*, deviation *s*), and what has been spent by
/// the month (*E*), of which a share *x* of the year is usual. *E* is taken for *x* times the year's total with a deviation that
/// the scatter of shares gives; the best estimate of the total is then *F + k (E − x F)* with *k = x s² / (x² s² + v)*, its
/// deviation *s √(1 − k x)* (Kalman 1960, in one step). It starts at *F*, is *E* at the end of the year, and is never below *E*.
package struct YearProjector: Sendable {
    /// What is known of a line.
    package struct Line: Hashable, Sendable {
        /// Spent so far.
        package var executed: Double
        /// What was expected of the year, with its standard deviation; `nil` where nothing was.
        package var expected: Expected?
        /// The adjusted or initial budget; `nil` where none is known.
        package var budget: Double?
        /// The shares of earlier years' totals that were spent by the same month, of the line itself.
        package var shares: [Double]
        /// The same of the body as a whole.
        package var bodyShares: [Double]

        package init(
            executed: Double, expected: Expected? = nil, budget: Double? = nil, shares: [Double] = [],
            bodyShares: [Double] = []
        ) {
            self.executed = executed
            self.expected = expected
            self.budget = budget
            self.shares = shares
            self.bodyShares = bodyShares
        }
    }

    /// What was expected of a year before it began.
    package struct Expected: Hashable, Sendable {
        package var mean: Double
        package var deviation: Double

        package init(mean: Double, deviation: Double) {
            self.mean = mean
            self.deviation = deviation
        }
    }

    /// What the usual share is taken from.
    package enum Basis: Hashable, Sendable {
        /// So many earlier years of the line itself.
        case own(years: Int)
        /// So many earlier years of the whole body.
        case body(years: Int)
        /// As much every month: nothing is known of earlier years' months.
        case even
    }

    /// The end of a year as it is seen from a month.
    package struct Projection: Hashable, Sendable {
        package let value: Double
        /// The range that holds four times of five.
        package let range: ClosedRange<Double>
        /// The share of the year that is usually spent by the month.
        package let usualShare: Double
        package let basis: Basis

        package init(value: Double, range: ClosedRange<Double>, usualShare: Double, basis: Basis) {
            self.value = value
            self.range = range
            self.usualShare = usualShare
            self.basis = basis
        }
    }

    /// Where nothing is known of earlier years' months shares scatter as a beta distribution of this concentration: by 9 points
    /// around three quarters, by 10 around a half.
    package static let concentration = 24.0
    /// Own years that a profile takes.
    private static let leastYears = 2
    /// Without a forecast the budget stands for what was expected, with this share of it as deviation.
    private static let budgetDeviation = 0.5
    private static let quantile80 = 1.281_551_565_544_600_4

    private let month: Int

    /// - Parameter month: the last month that what is spent is known of, 1 to 12.
    package init(month: Int) {
        self.month = min(max(month, 1), 12)
    }

    /// The end of the year.
    package func projection(of line: Line) -> Projection {
        let (share, deviation, basis) = profile(line)
        if month == 12 {
            return Projection(value: line.executed, range: line.executed...line.executed, usualShare: 1, basis: basis)
        }
        let run = line.executed / share
        let expected =
            line.expected ?? line.budget.map { Expected(mean: $0, deviation: Self.budgetDeviation * abs($0)) }
            ?? Expected(mean: run, deviation: abs(run) * deviation / share)
        // The noise of what is spent so far grows with the year's total, whichever of the two is larger.
        let noise = deviation * max(abs(run), abs(expected.mean))
        let spread = max(expected.deviation, 1e-9)
        let gain = share * spread * spread / (share * share * spread * spread + noise * noise)
        let value = expected.mean + gain * (line.executed - share * expected.mean)
        let left = spread * max(0, 1 - gain * share).squareRoot() * Self.quantile80
        // What has been spent stays spent.
        let projected = max(value, line.executed)
        return Projection(
            value: projected, range: max(value - left, line.executed)...max(value + left, projected), usualShare: share,
            basis: basis)
    }

    /// The usual share with its deviation.
    private func profile(_ line: Line) -> (share: Double, deviation: Double, basis: Basis) {
        let even = Double(month) / 12
        if line.shares.count >= Self.leastYears {
            let (mean, deviation) = Self.moments(line.shares)
            return (mean, deviation, .own(years: line.shares.count))
        }
        if !line.bodyShares.isEmpty {
            // A single line scatters more than the body it is part of.
            let mean = min(max(line.bodyShares.reduce(0, +) / Double(line.bodyShares.count), 0.02), 1)
            return (mean, Self.scatter(mean), .body(years: line.bodyShares.count))
        }
        return (even, Self.scatter(even), .even)
    }

    /// The mean of shares and their deviation, of which few years are drawn half to that of unknown lines.
    private static func moments(_ shares: [Double]) -> (mean: Double, deviation: Double) {
        let count = Double(shares.count)
        let mean = min(max(shares.reduce(0, +) / count, 0.02), 1)
        let variance = shares.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / max(count - 1, 1)
        let prior = scatter(mean)
        let weight = (count - 1) / (count + 1)
        return (mean, (weight * variance + (1 - weight) * prior * prior).squareRoot())
    }

    private static func scatter(_ mean: Double) -> Double {
        (mean * (1 - mean) / (concentration + 1)).squareRoot()
    }
}
