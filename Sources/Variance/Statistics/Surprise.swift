#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Departures with an uncertain scale, told in standard deviations of a normal distribution.
enum Surprise {
    /// The normal deviate as improbable as `t` under Student's distribution, by the approximation of Wallace
    /// (1959), which is strictly increasing in `t` and within 0.05 for `t` up to 10 and 3 degrees and more.
    static func normalEquivalent(ofT t: Double, degreesOfFreedom: Double) -> Double {
        let correction = (8 * degreesOfFreedom + 1) / (8 * degreesOfFreedom + 3)
        let magnitude = correction * (degreesOfFreedom * log1p(t * t / degreesOfFreedom)).squareRoot()
        return t < 0 ? -magnitude : magnitude
    }
}
