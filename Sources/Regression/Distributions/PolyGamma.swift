import CDistributions

/// Derivatives of the logarithm of the gamma function, for moments of the logarithm of a chi-square.
///
/// Computed by Boost.Math; arguments that are not above zero give NaN.
package enum PolyGamma {
    /// ψ(x) for x > 0.
    package static func digamma(_ x: Double) -> Double { cdist_digamma(x) }

    /// ψ′(x) for x > 0.
    package static func trigamma(_ x: Double) -> Double { cdist_trigamma(x) }

    /// The x with ψ′(x) = y, for y > 0, by Newton's method on 1/ψ′ (Smyth 2004, appendix).
    package static func inverseTrigamma(_ y: Double) -> Double {
        if y > 1e7 { return 1 / y.squareRoot() }
        if y < 1e-6 { return 1 / y }
        var x = 0.5 + 1 / y
        for _ in 0..<50 {
            let value = trigamma(x)
            let step = value * (1 - value / y) / cdist_tetragamma(x)
            x += step
            if abs(step) < 1e-10 * x { break }
        }
        return x
    }
}
