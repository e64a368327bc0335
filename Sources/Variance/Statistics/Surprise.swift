#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Departures with an uncertain scale, told in standard deviations of a normal distribution.
enum Surprise {
    /// The normal deviate as improbable as `t` under Student's distribution, by the approximation of Wallace
    /// (1959), which is strictly increasing in `t` and within 0.03 for `t` up to 10 and 3 degrees and more.
    static func normalEquivalent(ofT t: Double, degreesOfFreedom: Double) -> Double {
        let correction = (8 * degreesOfFreedom + 1) / (8 * degreesOfFreedom + 3)
        let magnitude = correction * (degreesOfFreedom * log1p(t * t / degreesOfFreedom)).squareRoot()
        return t < 0 ? -magnitude : magnitude
    }

    /// The scale of departures, and its degrees of freedom, from a subject's own earlier departures and what is
    /// ordinary elsewhere.
    ///
    /// The variances are pooled as in Smyth (2004), the prior weighing as much as `priorCount` observations: three
    /// or four years of one subject do not tell its variance, thousands of subjects tell what variances there are.
    static func moderated(own: [Double], prior: Double, priorCount: Double) -> (scale: Double, degreesOfFreedom: Double)
    {
        // A single wild year must not hide the next one: earlier departures count up to three times the prior scale.
        let limit = 3 * prior
        let sum = own.reduce(0) { total, departure in
            let clipped = min(abs(departure), limit)
            return total + clipped * clipped
        }
        let degrees = priorCount + Double(own.count)
        return (((priorCount * prior * prior + sum) / degrees).squareRoot(), degrees)
    }
}
