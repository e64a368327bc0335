#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Derivatives of the logarithm of the gamma function, for moments of the logarithm of a chi-square.
///
/// By recurrence to arguments of at least 6 and the asymptotic series from there (Abramowitz and Stegun 6.3.18, 6.4.12);
/// the error is below 1e-8.
enum PolyGamma {
    /// ψ(x) for x > 0.
    static func digamma(_ x: Double) -> Double {
        var x = x
        var shift = 0.0
        while x < 6 {
            shift -= 1 / x
            x += 1
        }
        let square = 1 / (x * x)
        let series = square * (1 / 12.0 - square * (1 / 120.0 - square * (1 / 252.0 - square / 240)))
        return shift + log(x) - 0.5 / x - series
    }

    /// ψ′(x) for x > 0.
    static func trigamma(_ x: Double) -> Double {
        var x = x
        var shift = 0.0
        while x < 6 {
            shift += 1 / (x * x)
            x += 1
        }
        let square = 1 / (x * x)
        let series = 1 / 6.0 - square * (1 / 30.0 - square * (1 / 42.0 - square / 30))
        return shift + 1 / x + square / 2 + square / x * series
    }

    /// The x with ψ′(x) = y, for y > 0, by Newton's method on 1/ψ′ (Smyth 2004, appendix).
    static func inverseTrigamma(_ y: Double) -> Double {
        if y > 1e7 { return 1 / y.squareRoot() }
        if y < 1e-6 { return 1 / y }
        var x = 0.5 + 1 / y
        for _ in 0..<50 {
            let value = trigamma(x)
            let slope = (trigamma(x * 1.000_01) - trigamma(x * 0.999_99)) / (x * 0.000_02)
            let step = value * (1 - value / y) / slope
            x += step
            if abs(step) < 1e-10 * x { break }
        }
        return x
    }
}
