/// A linear model y = X b + e and the rule its coefficients are estimated by.
///
/// ```swift
/// let design = try Design(["year": [0, 1, 2, 3, 4, 5]])
/// let spending = [102.0, 108, 111, 140, 122, 127]
/// let ordinary = try LinearModel.leastSquares.fit(design, spending)
/// let robust = try LinearModel.huber().fit(design, spending)
/// for row in try ordinary.coefficientTable() { print(row.name, row.estimate, row.standardError, row.pValue) }
/// ```
///
/// A model is a value without state; fitting gives a ``LinearFit``. Weights are given with the data:
///
/// ```swift
/// let weighted = try LinearModel.leastSquares.fit(design, spending, weights: [1, 1, 1, 0.2, 1, 1])
/// ```
public struct LinearModel: Sendable, Equatable {
    /// How coefficients are estimated.
    public enum Estimator: Sendable, Equatable {
        /// The least sum of (weighted) squared residuals.
        case leastSquares
        /// Least squares with a penalty on the size of the standardized coefficients.
        case ridge(RidgePenalty)
        /// Huber's M-estimator.
        case huber(HuberOptions)
    }

    /// How coefficients are estimated.
    public var estimator: Estimator
    /// When least-squares solutions are refined in extended precision.
    public var refinement: Refinement

    /// A model with the given estimator.
    public init(_ estimator: Estimator, refinement: Refinement = .automatic) {
        self.estimator = estimator
        self.refinement = refinement
    }

    /// Ordinary least squares, or weighted when weights are given with the data.
    public static let leastSquares = LinearModel(.leastSquares)

    /// Ridge regression (Hoerl and Kennard, 1970), by default with the penalty chosen by generalized
    /// cross-validation (Golub, Heath and Wahba, 1979).
    public static func ridge(_ penalty: RidgePenalty = .generalizedCrossValidation) -> LinearModel {
        LinearModel(.ridge(penalty))
    }

    /// Huber's M-estimator (Huber, 1964) by iteratively reweighted least squares.
    public static func huber(_ options: HuberOptions = HuberOptions()) -> LinearModel {
        LinearModel(.huber(options))
    }
}
