import Platform

/// How Huber's M-estimator is computed.
///
/// ```swift
/// let fit = try LinearModel.huber(HuberOptions(tuning: 1.5)).fit(design, spending)
/// if case .huber(let weights, let iterations) = fit.details { print(weights.min() ?? 1, iterations) }
/// ```
public struct HuberOptions: Sendable, Equatable {
    /// Residuals up to this many scales count in full, larger ones in proportion to |r| instead of r². 1.345 keeps 95 % of
    /// the efficiency of least squares under normal errors.
    public var tuning: Double
    /// The stop rule: the root of Σ w (r - r')² / Σ w r², over residuals r of one iteration and r' of the next, is at most
    /// this.
    public var tolerance: Double
    /// After this many iterations the fit stops with ``FitWarning/notConverged(iterations:change:)``.
    public var iterationLimit: Int

    /// Options with the customary tuning constant.
    public init(tuning: Double = 1.345, tolerance: Double = 1e-8, iterationLimit: Int = 200) {
        self.tuning = tuning
        self.tolerance = tolerance
        self.iterationLimit = iterationLimit
    }

    /// - Throws: `invalidParameter`.
    func check() throws(RegressionError) {
        try requirePositive("tuning", tuning)
        try requirePositive("tolerance", tolerance)
        guard iterationLimit >= 1 else {
            throw .invalidParameter(
                name: "iterationLimit", value: Double(iterationLimit), expected: Bilingual("不小于 1", "at least 1"))
        }
    }
}
