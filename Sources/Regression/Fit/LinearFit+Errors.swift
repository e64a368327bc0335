import LinearAlgebra

/// How the errors of coefficients are estimated.
public enum StandardErrorKind: Sendable, Equatable {
    /// From one error variance, inversely proportional to the weights. For ridge the variance at the given penalty, not
    /// counting bias; for Huber the asymptotic variance with the small-sample factor of Huber (1981), section 7.6.
    case classic
    /// Robust against variances that differ between observations: each squared residual divided by (1 - leverage)²
    /// (MacKinnon and White, 1985).
    case hc3
}

/// A coefficient and how well it is known.
public struct CoefficientEstimate: Sendable, Equatable {
    /// The name of the column.
    public let name: String
    /// In units of the response per unit of the column.
    public let estimate: Double
    /// In the same units.
    public let standardError: Double
    /// The estimate divided by its standard error; infinite for an estimate without error, zero for 0/0.
    public let t: Double
    /// The probability of a |t| at least as large if the true coefficient were zero, from Student's t.
    public let pValue: Double
    /// The confidence interval at the level asked for.
    public let interval: ClosedRange<Double>
}

extension LinearFit {
    /// The covariance matrix of the coefficients, p × p, in squared units of the response per unit of each column.
    ///
    /// ```swift
    /// let error = try fit.covariance()[1, 1].squareRoot()   // the standard error of the second coefficient
    /// ```
    ///
    /// - Throws: `noResidualDegreesOfFreedom`.
    public func covariance(_ kind: StandardErrorKind = .classic) throws(RegressionError) -> Matrix {
        let deviation = try requiredStandardDeviation()
        switch kind {
        case .classic:
            let scale = inference.coefficientScale ?? deviation
            return scale * (scale * inference.unscaledCovariance)
        case .hc3:
            return try sandwich()
        }
    }

    /// The standard error of each coefficient, in units of the response per unit of its column.
    ///
    /// ```swift
    /// let robust = try fit.standardErrors(.hc3)
    /// ```
    ///
    /// - Throws: `noResidualDegreesOfFreedom`.
    public func standardErrors(_ kind: StandardErrorKind = .classic) throws(RegressionError) -> [Double] {
        let covariance = try covariance(kind)
        return coefficients.indices.map { max(covariance[$0, $0], 0).squareRoot() }
    }

    /// Every coefficient with standard error, t, p and confidence interval.
    ///
    /// ```swift
    /// let fit = try LinearModel.leastSquares.fit(Design(["year": [0, 1, 2, 3]]), [10, 12, 13, 16])
    /// let slope = try fit.coefficientTable(level: 0.9)[1]   // 1.9, standard error 0.2646, t 7.181, p 0.0188
    /// ```
    ///
    /// - Parameter level: of the interval, strictly between 0 and 1.
    /// - Throws: `noResidualDegreesOfFreedom`, `invalidParameter` for a level outside 0…1.
    public func coefficientTable(
        _ kind: StandardErrorKind = .classic, level: Double = 0.95
    ) throws(RegressionError) -> [CoefficientEstimate] {
        try requireLevel(level)
        let errors = try standardErrors(kind)
        let distribution = try StudentT(degreesOfFreedom: residualDegreesOfFreedom)
        return rowsOfTable(
            names: design.names, estimates: coefficients, errors: errors, distribution: distribution, level: level)
    }

    /// Σ over observations of the squared influence on the coefficients, with residuals as if each were left out.
    private func sandwich() throws(RegressionError) -> Matrix {
        let leverages = try leverages()
        let (n, p) = (design.observations, design.parameters)
        let weights = inference.workingWeights
        var influence = Matrix(rows: n, columns: p)
        let source = design.matrix
        influence.withUnsafeMutableBufferPointer { target in
            source.withUnsafeBufferPointer { source in
                for i in 0..<n {
                    let weight = weights?[i] ?? 1
                    let factor = leverages[i] < 1 ? weight * residuals[i] / (1 - leverages[i]) : 0
                    for j in 0..<p { target[i + j * n] = source[i + j * n] * factor }
                }
            }
        }
        let scores = influence
        return try translating { () throws(LinearAlgebraError) in try (scores * inference.bread).gram() }
    }
}

/// Estimates and errors as rows of a table.
func rowsOfTable(
    names: [String], estimates: [Double], errors: [Double], distribution: StudentT, level: Double
) -> [CoefficientEstimate] {
    let width = distribution.upperQuantile((1 - level) / 2)
    return names.indices.map { j in
        let t = estimates[j] == 0 ? 0 : estimates[j] / errors[j]
        return CoefficientEstimate(
            name: names[j], estimate: estimates[j], standardError: errors[j], t: t,
            pValue: min(1, 2 * distribution.upperTail(abs(t))),
            interval: (estimates[j] - width * errors[j])...(estimates[j] + width * errors[j]))
    }
}
