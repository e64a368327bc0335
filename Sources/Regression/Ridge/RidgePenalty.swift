/// The size of a ridge penalty.
///
/// The fit minimizes Σ w (y - X b)² + λ Σ (s b)², where s is the weighted standard deviation of a column (its root mean
/// square in a design without intercept) and the intercept is not penalized. With the columns measured in their own
/// spread, λ does not depend on their units. Compare it with the sum of the weights: at that size an isolated column
/// has half of its least-squares coefficient.
///
/// ```swift
/// let fit = try LinearModel.ridge().fit(design, spending)            // penalty by cross-validation
/// let firm = try LinearModel.ridge(.fixed(10)).fit(design, spending)
/// if case .ridge(let penalty, _) = fit.details { print(penalty, fit.effectiveParameters) }
/// ```
public enum RidgePenalty: Sendable, Equatable {
    /// A given λ, not negative; 0 gives least squares.
    case fixed(Double)
    /// The λ of least generalized cross-validation n RSS / (n - df)², searched over 14 decades below and 8 above the
    /// largest squared singular value, among those that leave at least one residual degree of freedom.
    case generalizedCrossValidation
}
