import LinearAlgebra

/// A fitted linear model: coefficients, how well they are known, and what each observation has to do with them.
///
/// ```swift
/// let fit = try LinearModel.leastSquares.fit(Design(["year": [0, 1, 2, 3]]), [10, 12, 13, 16])
/// fit.coefficients                             // [9.9, 1.9]
/// fit.residualStandardDeviation                // 0.5916…
/// try fit.standardErrors(.hc3)
/// try fit.predict(Design(["year": [4]]), level: 0.8)[0].prediction
/// ```
///
/// Let n be the number of observations of positive weight and p the number of columns. Quantities that need an estimate
/// of the error throw ``RegressionError/noResidualDegreesOfFreedom(observations:parameters:)`` when n leaves none.
public struct LinearFit: Sendable {
    /// What only one estimator has to tell.
    public enum Details: Sendable, Equatable {
        /// Nothing more.
        case leastSquares
        /// The penalty used, and the scale of each column it applies to (zero where a column is not penalized).
        case ridge(penalty: Double, columnScales: [Double])
        /// The weight of each observation that Huber's function gave, 0 to 1, and the number of iterations.
        case huber(robustWeights: [Double], iterations: Int)
    }

    /// How the coefficients were estimated.
    public let estimator: LinearModel.Estimator
    let data: FitData
    /// One per column of the design, in units of the response per unit of the column.
    public let coefficients: [Double]
    /// Response minus fitted value, one per observation, not weighted.
    public let residuals: [Double]
    /// The number of independent columns.
    public let rank: Int
    /// The trace of the hat matrix: the rank, or less under a ridge penalty.
    public let effectiveParameters: Double
    /// What only this estimator has to tell.
    public let details: Details
    /// An estimate of the reciprocal condition number of the scaled, weighted design: near one for orthogonal columns,
    /// below 10⁻¹⁰ for columns that can hardly be told apart.
    public let reciprocalCondition: Double
    /// What a reader has to know before relying on the fit; empty when there is nothing.
    public let warnings: [FitWarning]
    let inference: Inference

    init(
        estimator: LinearModel.Estimator, data: FitData, coefficients: [Double], residuals: [Double], rank: Int,
        effectiveParameters: Double, details: Details, reciprocalCondition: Double, warnings: [FitWarning],
        inference: Inference
    ) {
        self.estimator = estimator
        self.data = data
        self.coefficients = coefficients
        self.residuals = residuals
        self.rank = rank
        self.effectiveParameters = effectiveParameters
        self.details = details
        self.reciprocalCondition = reciprocalCondition
        self.warnings = data.isConstant ? warnings + [.constantResponse] : warnings
        self.inference = inference
        residualSumOfSquares = data.sumOfSquares(residuals, weights: inference.workingWeights)
        totalSumOfSquares = data.totalSumOfSquares(weights: inference.workingWeights)
    }

    /// Σ w e², in squared units of the response; for Huber with the final weights.
    public let residualSumOfSquares: Double
    /// Σ w (y - ȳ)² about the weighted mean, or Σ w y² for a design without intercept.
    public let totalSumOfSquares: Double

    /// The design the model was fitted to.
    public var design: Design { data.design }
    /// The response the model was fitted to.
    public var response: [Double] { data.response }
    /// The weights given with the data; nil for equal weights.
    public var weights: [Double]? { data.weights }
    /// Observations of positive weight.
    public var observations: Int { data.observations }

    /// The fitted values, one per observation.
    public var fittedValues: [Double] { zip(response, residuals).map { $0 - $1 } }

    /// n minus ``effectiveParameters``; zero or less when nothing is left.
    public var residualDegreesOfFreedom: Double { Double(observations) - effectiveParameters }

    /// The coefficient of the column of this name.
    public func coefficient(_ name: String) -> Double? {
        design.names.firstIndex(of: name).map { coefficients[$0] }
    }

    /// The estimated standard deviation of the error, in units of the response (for unit weight): the root of the residual
    /// mean square, for Huber the rescaled median absolute residual. Nil without residual degrees of freedom.
    public var residualStandardDeviation: Double? {
        if let scale = inference.scale { return scale }
        guard hasResidualDegreesOfFreedom else { return nil }
        return (residualSumOfSquares / residualDegreesOfFreedom).squareRoot()
    }

    /// The share of the total sum of squares that the fit explains. Nil when the response is constant.
    ///
    /// About the mean for a design with intercept, about zero for one without, as in R and NIST StRD.
    public var rSquared: Double? {
        guard totalSumOfSquares > 0, !data.isConstant else { return nil }
        return 1 - residualSumOfSquares / totalSumOfSquares
    }

    /// R² with both sums of squares divided by their degrees of freedom. Nil when the response is constant or no degrees
    /// of freedom are left.
    public var adjustedRSquared: Double? {
        guard let rSquared, hasResidualDegreesOfFreedom else { return nil }
        let constants = design.interceptColumn == nil ? inference.absorbedParameters : 1
        let total = Double(observations - constants)
        return 1 - (1 - rSquared) * total / residualDegreesOfFreedom
    }

    /// Akaike's criterion with the correction for small samples, for normal errors and with the error variance counted
    /// as a parameter (Hurvich and Tsai, 1989). Nil where it is undefined: an exact fit, n - k - 1 ≤ 0, or Huber, which
    /// maximizes no normal likelihood.
    public var aicc: Double? {
        if case .huber = estimator { return nil }
        let (n, k) = (Double(observations), effectiveParameters + 1)
        guard n - k - 1 > 0, residualSumOfSquares > 0, !warnings.contains(.exactFit) else { return nil }
        let logWeights = (weights ?? []).reduce(0) { $1 > 0 ? $0 + naturalLogarithm($1) : $0 }
        let deviance = n * (naturalLogarithm(2 * .pi * residualSumOfSquares / n) + 1) - logWeights
        return deviance + 2 * k + 2 * k * (k + 1) / (n - k - 1)
    }

    /// Rounding in the trace of a ridge hat matrix must not turn zero into a tiny number of degrees of freedom.
    var hasResidualDegreesOfFreedom: Bool { residualDegreesOfFreedom > 1e-9 }

    /// - Throws: `noResidualDegreesOfFreedom` when there is no estimate of the error.
    func requiredStandardDeviation() throws(RegressionError) -> Double {
        guard hasResidualDegreesOfFreedom, let deviation = residualStandardDeviation else {
            throw .noResidualDegreesOfFreedom(observations: observations, parameters: rank)
        }
        return deviation
    }
}
