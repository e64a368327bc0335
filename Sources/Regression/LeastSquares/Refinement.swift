/// When a least-squares solution is refined with residuals of extended precision.
///
/// Householder QR loses digits with the condition number κ of the scaled design: about log₁₀ κ for the standard errors,
/// up to twice that for coefficients when residuals are large. Refinement of the augmented system gives them back, at a
/// few passes over the design in double-double arithmetic.
public enum Refinement: Sendable, Equatable {
    /// Coefficients where the estimated reciprocal of κ is below 10⁻², standard errors where it is below 10⁻⁴. On better
    /// designs QR alone leaves more than eleven digits, and nothing is spent.
    case automatic
    /// On every design of full rank.
    case always
    /// On none.
    case never

    /// Whether coefficients and residuals are refined.
    func refinesSolution(atReciprocalCondition value: Double) -> Bool {
        applies(value < 1e-2)
    }

    /// Whether the covariance is refined.
    func refinesCovariance(atReciprocalCondition value: Double) -> Bool {
        applies(value < 1e-4)
    }

    private func applies(_ automatic: Bool) -> Bool {
        switch self {
        case .automatic: automatic
        case .always: true
        case .never: false
        }
    }
}
