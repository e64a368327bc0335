import LinearAlgebra

/// The ridge solution for one penalty, in the units of the design.
struct RidgeSolution {
    let coefficients: [Double]
    let residuals: [Double]
    /// The trace of the hat matrix.
    let effectiveParameters: Double
    let leverages: [Double]
    /// The covariance of the coefficients for an error variance of one.
    let unscaledCovariance: Matrix
    /// (X'WX + λ S²)⁻¹.
    let bread: Matrix
}
