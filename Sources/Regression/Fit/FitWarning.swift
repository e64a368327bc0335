/// What a reader of a fit has to know before relying on it.
///
/// ```swift
/// for warning in fit.warnings { print(warning) }   // "rank 2: double can be had from the other columns; …"
/// ```
public enum FitWarning: Equatable, Sendable {
    /// The columns are linearly dependent: the coefficients are the solution of least norm, and only combinations the
    /// data determine (fitted values among them) mean anything. `dependent` names columns that follow from the others.
    case rankDeficient(rank: Int, dependent: [String])
    /// As many parameters as observations, or more: the fit passes through every point and has no error estimate.
    case saturated
    /// The residuals are rounding noise: errors, t and p values say nothing about variation in the data.
    case exactFit
    /// The response is constant, so R² has no meaning.
    case constantResponse
    /// The condition number of the scaled design exceeds 10¹⁰: its coefficients may have lost ten digits of those the
    /// data were given with.
    case illConditioned(reciprocalCondition: Double)
    /// Iteratively reweighted least squares stopped at its limit of iterations before the stop rule was met.
    case notConverged(iterations: Int, change: Double)
    /// More than half of the residuals of a robust fit are zero, so its scale is zero: coefficients stand, errors do not.
    case zeroScale
}

extension FitWarning: CustomStringConvertible {
    /// One sentence for a report.
    public var description: String {
        switch self {
        case .rankDeficient(let rank, let dependent):
            "rank \(rank): \(dependent.joined(separator: ", ")) can be had from the other columns; "
                + "coefficients are the least-norm solution"
        case .saturated: "no more observations than parameters: no error estimate"
        case .exactFit: "the fit is exact up to rounding: standard errors carry no information"
        case .constantResponse: "the response is constant: R² is undefined"
        case .illConditioned(let reciprocal):
            "nearly collinear columns (reciprocal condition number \(reciprocal))"
        case .notConverged(let iterations, let change):
            "not converged after \(iterations) iterations (last relative change \(change))"
        case .zeroScale: "more than half of the residuals are zero: the robust scale is zero"
        }
    }
}
