import LinearAlgebra

/// How the errors of a panel's coefficients are estimated.
public enum PanelErrorKind: Sendable, Equatable {
    /// From one error variance and independent errors.
    case classic
    /// Robust against variances that differ between observations (HC3).
    case hc3
    /// Robust against any correlation among the errors of a unit (Arellano, 1987), with the factor G/(G-1) · (N-1)/(N-K),
    /// where G counts the units, N the observations and K the columns, the period effects and one constant; unit effects
    /// are nested in the clusters and do not count (Cameron and Miller, 2015, section III). Tests use G - 1 degrees of
    /// freedom. Trustworthy from some thirty units on.
    case clustered
}

extension PanelFit {
    /// The covariance matrix of the coefficients, columns × columns.
    ///
    /// - Throws: `noResidualDegreesOfFreedom`, for `.clustered` when there is only one unit.
    public func covariance(_ kind: PanelErrorKind) throws(RegressionError) -> Matrix {
        switch kind {
        case .classic: try within.covariance(.classic)
        case .hc3: try within.covariance(.hc3)
        case .clustered: try clusteredCovariance()
        }
    }

    /// The standard error of each coefficient.
    ///
    /// - Throws: as ``covariance(_:)``.
    public func standardErrors(_ kind: PanelErrorKind) throws(RegressionError) -> [Double] {
        let covariance = try covariance(kind)
        return coefficients.indices.map { max(covariance[$0, $0], 0).squareRoot() }
    }

    /// Every coefficient with standard error, t, p and confidence interval.
    ///
    /// - Parameter level: of the interval, strictly between 0 and 1.
    /// - Throws: as ``covariance(_:)``; `invalidParameter` for a level outside 0…1.
    public func coefficientTable(
        _ kind: PanelErrorKind, level: Double = 0.95
    ) throws(RegressionError) -> [CoefficientEstimate] {
        try requireLevel(level)
        let errors = try standardErrors(kind)
        let freedom = kind == .clustered ? Double(unitEffects.count - 1) : within.residualDegreesOfFreedom
        let distribution = try StudentT(degreesOfFreedom: freedom)
        return rowsOfTable(
            names: within.design.names, estimates: coefficients, errors: errors, distribution: distribution,
            level: level)
    }

    private func clusteredCovariance() throws(RegressionError) -> Matrix {
        let (clusters, p) = (panel.unitNames.count, coefficients.count)
        let n = Double(residuals.count)
        let counted = Double(within.rank + (absorbed.periodSystem?.rank ?? 0) + 1)
        guard clusters > 1, n > counted else {
            throw .noResidualDegreesOfFreedom(observations: clusters, parameters: 1)
        }
        var scores = Matrix(rows: clusters, columns: p)
        for j in 0..<p {
            for (i, unit) in panel.unitIndices.enumerated() { scores[unit, j] += absorbed.columns[j][i] * residuals[i] }
        }
        let factor = Double(clusters) / Double(clusters - 1) * (n - 1) / (n - counted)
        let sums = scores
        return try translating { () throws(LinearAlgebraError) in
            factor * (try (sums * within.inference.bread).gram())
        }
    }
}
