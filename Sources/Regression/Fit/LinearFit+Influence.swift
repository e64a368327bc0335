extension LinearFit {
    /// The diagonal of the hat matrix: the share each observation has in its own fitted value, 0 to 1. The sum is
    /// ``effectiveParameters``.
    ///
    /// ```swift
    /// let fit = try LinearModel.leastSquares.fit(Design(["year": [0, 1, 2, 3]]), [10, 12, 13, 16])
    /// try fit.leverages()   // [0.7, 0.3, 0.3, 0.7]
    /// ```
    ///
    /// Computed on each call (LAPACK `dorgqr`), at about the cost of the fit: keep the result.
    public func leverages() throws(RegressionError) -> [Double] {
        switch inference.hat {
        case .values(let values): values
        case .system(let system): try system.leverages()
        }
    }

    /// Each residual as it would be had the observation not taken part in the fit: e / (1 - h).
    ///
    /// ```swift
    /// try fit.leaveOneOutResiduals()   // [0.333…, 0.285…, -1, 1.333…] for the fit above
    /// ```
    ///
    /// Exact for least squares and, at a fixed penalty, for ridge; for Huber with the final weights held. Nil where the
    /// leverage is one: without that observation its fitted value is undetermined.
    public func leaveOneOutResiduals() throws(RegressionError) -> [Double?] {
        zip(residuals, try leverages()).map { isDetermined(leverage: $1) ? $0 / (1 - $1) : nil }
    }

    /// Each residual divided by an estimate of its standard deviation from the fit without it (externally studentized);
    /// under normal errors it follows Student's t with n - p - 1 degrees of freedom (Cook and Weisberg, 1982, 2.2).
    ///
    /// ```swift
    /// let outliers = try fit.studentizedDeletedResiduals().enumerated().filter { abs($1 ?? 0) > 3 }.map(\.offset)
    /// ```
    ///
    /// Nil where the leverage is one or the weight zero.
    ///
    /// - Throws: `noResidualDegreesOfFreedom` unless at least two are left.
    public func studentizedDeletedResiduals() throws(RegressionError) -> [Double?] {
        guard residualDegreesOfFreedom > 1 else {
            throw .noResidualDegreesOfFreedom(observations: observations, parameters: rank + 1)
        }
        let leverages = try leverages()
        let remaining = residualDegreesOfFreedom - 1
        return residuals.indices.map { i in
            let weight = inference.workingWeights?[i] ?? 1
            guard weight > 0, isDetermined(leverage: leverages[i]) else { return nil }
            let squared = weight * residuals[i] * residuals[i] / (1 - leverages[i])
            let deleted = max(residualSumOfSquares - squared, 0) / remaining
            if residuals[i] == 0 { return 0 }
            return residuals[i] * (weight / (deleted * (1 - leverages[i]))).squareRoot()
        }
    }

    /// How far leaving each observation out moves all fitted values, in units of p times the error variance (Cook, 1977).
    /// Above 1 is commonly called influential.
    ///
    /// ```swift
    /// let influential = try fit.cooksDistances().contains { ($0 ?? 0) > 1 }
    /// ```
    ///
    /// Nil where the leverage is one.
    ///
    /// - Throws: `noResidualDegreesOfFreedom`.
    public func cooksDistances() throws(RegressionError) -> [Double?] {
        let deviation = try requiredStandardDeviation()
        let variance = deviation * deviation * effectiveParameters
        return zip(residuals.indices, try leverages()).map { i, leverage in
            guard isDetermined(leverage: leverage) else { return nil }
            if residuals[i] == 0 || leverage == 0 { return 0 }
            let deleted = residuals[i] / (1 - leverage)
            return (inference.workingWeights?[i] ?? 1) * deleted * deleted * leverage / variance
        }
    }
}
