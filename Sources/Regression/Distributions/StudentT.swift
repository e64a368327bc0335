import CDistributions

/// Student's t distribution.
///
/// ```swift
/// let t = try StudentT(degreesOfFreedom: 8)
/// let halfWidth = t.quantile(0.975) * standardError   // t is 2.306…
/// ```
///
/// Computed by Boost.Math. Arguments that are NaN give NaN; probabilities outside 0…1 give NaN.
public struct StudentT: Sendable, Equatable {
    /// The degrees of freedom, above zero.
    public let degreesOfFreedom: Double

    /// The distribution with the given degrees of freedom, which need not be whole.
    ///
    /// - Throws: `invalidParameter` unless they are finite and above zero.
    public init(degreesOfFreedom: Double) throws(RegressionError) {
        try requirePositive("degreesOfFreedom", degreesOfFreedom)
        self.degreesOfFreedom = degreesOfFreedom
    }

    /// The density at x.
    public func density(_ x: Double) -> Double { cdist_t_density(degreesOfFreedom, x) }

    /// P(X ≤ x).
    public func cdf(_ x: Double) -> Double { cdist_t_cdf(degreesOfFreedom, x) }

    /// P(X > x), computed directly: accurate where `1 - cdf(x)` would round to zero.
    public func upperTail(_ x: Double) -> Double { cdist_t_upper(degreesOfFreedom, x) }

    /// The x with P(X ≤ x) = p; the ends of the support at p = 0 and 1.
    public func quantile(_ p: Double) -> Double { cdist_t_quantile(degreesOfFreedom, p) }

    /// The x with P(X > x) = q; accurate for tails too small for `quantile(1 - q)`.
    public func upperQuantile(_ q: Double) -> Double { cdist_t_upper_quantile(degreesOfFreedom, q) }
}
