import Regression

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// What variances there are among many subjects, so that a few years of one subject can be judged.
///
/// Variances of subjects are taken to scatter as `s₀² d₀ / χ²(d₀)`: an inverse chi-square about a common value, the
/// narrower the more `d₀`. A subject's own mean square over n years then has a posterior
/// `(d₀ s₀² + n s²) / (d₀ + n)` with `d₀ + n` degrees of freedom (Smyth 2004, "Linear models and empirical Bayes methods
/// for assessing differential expression", equations 1 to 5). Both constants come from the distribution of `log s²`,
/// by median and median absolute deviation so that wild subjects do not decide.
struct VariancePrior: Hashable, Sendable {
    /// `s₀`.
    let scale: Double
    /// `d₀`.
    let degreesOfFreedom: Double
    /// No subject's scale is taken to be smaller.
    let floor: Double

    /// The weight of the prior where nothing can be learnt, and its bounds where it is.
    private static let usualDegrees = 3.0
    private static let degreesAllowed = 1.0...30.0
    /// How many subjects with a past it takes to learn from.
    private static let enough = 30

    /// A prior that nothing was learnt for.
    init(scale: Double) {
        self.scale = scale
        degreesOfFreedom = Self.usualDegrees
        floor = scale / 4
    }

    /// Learns from the earlier departures of many subjects.
    ///
    /// - Parameters:
    ///   - histories: each subject's earlier departures.
    ///   - floor: the least scale that is believed.
    ///   - spread: the spread of this year's departures, taken where there is too little history.
    init(_ histories: some Sequence<[Double]>, floor: Double, spread: Double) {
        self.floor = floor / 4
        var logs: [Double] = []
        var expectedVariance = 0.0
        for history in histories where history.count >= 2 {
            let meanSquare = history.reduce(0) { $0 + $1 * $1 } / Double(history.count)
            let half = Double(history.count) / 2
            // Smoother than the floor is as good as the floor.
            logs.append(log(max(meanSquare, floor * floor / 100)) - PolyGamma.digamma(half) + log(half))
            expectedVariance += PolyGamma.trigamma(half)
        }
        guard logs.count >= Self.enough else {
            scale = min(1, max(floor, spread))
            degreesOfFreedom = Self.usualDegrees
            return
        }
        let distribution = RobustScale(logs)
        let excess = distribution.spread * distribution.spread - expectedVariance / Double(logs.count)
        let degrees = excess > 0 ? 2 * PolyGamma.inverseTrigamma(excess) : Self.degreesAllowed.upperBound
        let half = min(max(degrees, Self.degreesAllowed.lowerBound), Self.degreesAllowed.upperBound) / 2
        degreesOfFreedom = 2 * half
        // What was learnt is trusted below the floor that stands in for learning, but not far below.
        scale = max(floor / 2, exp((distribution.centre + PolyGamma.digamma(half) - log(half)) / 2))
    }

    /// A subject's scale, and the degrees of freedom it is known with, from its own earlier departures.
    func moderated(_ own: [Double]) -> (scale: Double, degreesOfFreedom: Double) {
        var magnitudes = own.map { abs($0) }
        // One wild year must not hide the next one: it counts as far as the others, or the ledger, make it plausible.
        let limit = max(3 * scale, 3 * RobustScale.consistency * Median.moving(&magnitudes))
        let sum = magnitudes.reduce(0) { total, magnitude in
            let clipped = min(magnitude, limit)
            return total + clipped * clipped
        }
        let degrees = degreesOfFreedom + Double(own.count)
        let variance = (degreesOfFreedom * scale * scale + sum) / degrees
        return (max(floor, variance.squareRoot()), degrees)
    }
}
