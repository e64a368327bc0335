import LinearAlgebra

/// What a fit needs beyond coefficients to answer for their errors.
struct Inference: Sendable {
    /// Where the diagonal of the hat matrix comes from.
    enum Hat: Sendable {
        /// Computed on demand: forming Q costs as much as the fit.
        case system(LeastSquaresSystem)
        /// Known already.
        case values([Double])
    }

    /// The covariance of the coefficients for an error variance of one.
    let unscaledCovariance: Matrix
    /// The matrix that maps X'W e to coefficients; differs from the covariance for ridge.
    let bread: Matrix
    /// The weights the coefficients were finally computed with; nil for all ones.
    let workingWeights: [Double]?
    /// The residual standard deviation, where it is not the root of the residual mean square.
    let scale: Double?
    /// The standard deviation that goes with `unscaledCovariance`, where it is not the residual one.
    let coefficientScale: Double?
    /// The diagonal of the hat matrix.
    let hat: Hat
    /// Parameters taken out of the data before the fit, which count among the effective ones.
    var absorbedParameters = 0

    /// Whether the data determine the mean at this row.
    func determines(_ row: [Double]) -> Bool {
        switch hat {
        case .system(let system): system.determines(row)
        case .values: true
        }
    }
}
