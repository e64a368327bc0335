import CDistributions

/// The standard normal distribution.
///
/// ```swift
/// let z = Normal().quantile(0.975)              // 1.959963984540054
/// ```
///
/// Computed by Boost.Math. Arguments that are NaN give NaN; probabilities outside 0…1 give NaN.
public struct Normal: Sendable, Equatable {

    /// The distribution with mean 0 and standard deviation 1.
    public init() {}

    /// The density at x.
    public func density(_ x: Double) -> Double { cdist_normal_density(x) }

    /// P(X ≤ x).
    public func cdf(_ x: Double) -> Double { cdist_normal_cdf(x) }

    /// P(X > x), computed directly: accurate where `1 - cdf(x)` would round to zero.
    public func upperTail(_ x: Double) -> Double { cdist_normal_upper(x) }

    /// The x with P(X ≤ x) = p; the ends of the support at p = 0 and 1.
    public func quantile(_ p: Double) -> Double { cdist_normal_quantile(p) }

    /// The x with P(X > x) = q; accurate for tails too small for `quantile(1 - q)`.
    public func upperQuantile(_ q: Double) -> Double { cdist_normal_upper_quantile(q) }
}
