import CDistributions

/// Fisher's F distribution of a ratio of two mean squares.
///
/// ```swift
/// let p = try FisherF(numerator: 2, denominator: 21).upperTail(5.78)
/// ```
///
/// Computed by Boost.Math. Arguments that are NaN give NaN; probabilities outside 0…1 give NaN.
public struct FisherF: Sendable, Equatable {
    /// Degrees of freedom of the numerator, above zero.
    public let numerator: Double
    /// Degrees of freedom of the denominator, above zero.
    public let denominator: Double

    /// The distribution with the given degrees of freedom, which need not be whole.
    ///
    /// - Throws: `invalidParameter` unless they are finite and above zero.
    public init(numerator: Double, denominator: Double) throws(RegressionError) {
        try requirePositive("numerator", numerator)
        try requirePositive("denominator", denominator)
        self.numerator = numerator
        self.denominator = denominator
    }

    /// The density at x; zero outside x ≥ 0.
    public func density(_ x: Double) -> Double { cdist_f_density(numerator, denominator, x) }

    /// P(X ≤ x).
    public func cdf(_ x: Double) -> Double { cdist_f_cdf(numerator, denominator, x) }

    /// P(X > x), computed directly: accurate where `1 - cdf(x)` would round to zero.
    public func upperTail(_ x: Double) -> Double { cdist_f_upper(numerator, denominator, x) }

    /// The x with P(X ≤ x) = p; the ends of the support at p = 0 and 1.
    public func quantile(_ p: Double) -> Double { cdist_f_quantile(numerator, denominator, p) }

    /// The x with P(X > x) = q; accurate for tails too small for `quantile(1 - q)`.
    public func upperQuantile(_ q: Double) -> Double { cdist_f_upper_quantile(numerator, denominator, q) }
}
