import LinearAlgebra
import Platform

extension LinearModel {
    /// Estimates the coefficients.
    ///
    /// - Parameters:
    ///   - design: n observations × p columns.
    ///   - response: n values, in units of their own.
    ///   - weights: n values, not negative, proportional to the inverse of the error variance; a row of weight zero takes
    ///     no part. Nil for equal weights.
    /// - Throws: ``RegressionError``: lengths that do not fit, NaN or infinity, weights that are negative or all zero,
    ///   parameters outside their domain. Rank deficiency, exact fits and too few observations are not errors; they are
    ///   told by ``LinearFit/warnings``.
    public func fit(
        _ design: Design, _ response: [Double], weights: [Double]? = nil
    ) throws(RegressionError) -> LinearFit {
        _ = try responseMagnitude(response, observations: design.observations)
        switch estimator {
        case .leastSquares:
            return try leastSquaresFit(design, response, weights)
        case .ridge(let penalty):
            return try ridgeFit(design, response, weights, penalty)
        case .huber(let options):
            return try huberFit(design, response, weights, options)
        }
    }

    private func leastSquaresFit(
        _ design: Design, _ response: [Double], _ weights: [Double]?
    ) throws(RegressionError) -> LinearFit {
        let system = try LeastSquaresSystem(design, weights: weights, refinement: refinement)
        let solution = try system.solve(response)
        let covariance = try system.unscaledCovariance()
        let data = FitData(design: design, response: response, weights: weights)
        var warnings = system.warnings
        if data.isExact(solution.residuals) { warnings.append(.exactFit) }
        return LinearFit(
            estimator: estimator, data: data, coefficients: solution.coefficients, residuals: solution.residuals,
            rank: system.rank, effectiveParameters: Double(system.rank), details: .leastSquares,
            reciprocalCondition: system.reciprocalCondition, warnings: warnings,
            inference: Inference(
                unscaledCovariance: covariance, bread: covariance, workingWeights: weights, scale: nil,
                coefficientScale: nil, hat: .system(system)))
    }

    private func ridgeFit(
        _ design: Design, _ response: [Double], _ weights: [Double]?, _ penalty: RidgePenalty
    ) throws(RegressionError) -> LinearFit {
        let path = try RidgePath(design, response, weights: weights)
        let value =
            switch penalty {
            case .fixed(let value): value
            case .generalizedCrossValidation: path.penaltyOfLeastCrossValidation()
            }
        guard value >= 0, value.isFinite else {
            throw .invalidParameter(
                name: "penalty", value: value, expected: Bilingual("非负的有限数", "a finite number not below zero"))
        }
        let solution = try path.solution(penalty: value)
        let data = FitData(design: design, response: response, weights: weights)
        return LinearFit(
            estimator: estimator, data: data, coefficients: solution.coefficients, residuals: solution.residuals,
            rank: path.rank, effectiveParameters: solution.effectiveParameters,
            details: .ridge(penalty: value, columnScales: path.columnScales),
            reciprocalCondition: path.reciprocalCondition,
            warnings: data.isExact(solution.residuals) ? [.exactFit] : [],
            inference: Inference(
                unscaledCovariance: solution.unscaledCovariance, bread: solution.bread, workingWeights: weights,
                scale: nil, coefficientScale: nil, hat: .values(solution.leverages)))
    }

    private func huberFit(
        _ design: Design, _ response: [Double], _ weights: [Double]?, _ options: HuberOptions
    ) throws(RegressionError) -> LinearFit {
        let robust = try HuberIteration(design, response, weights: weights, options: options, refinement: refinement)
        let data = FitData(design: design, response: response, weights: weights)
        return LinearFit(
            estimator: estimator, data: data, coefficients: robust.solution.coefficients,
            residuals: robust.solution.residuals, rank: robust.system.rank,
            effectiveParameters: Double(robust.system.rank),
            details: .huber(robustWeights: robust.robustWeights, iterations: robust.iterations),
            reciprocalCondition: robust.system.reciprocalCondition, warnings: robust.warnings,
            inference: Inference(
                unscaledCovariance: try robust.prior.unscaledCovariance(),
                bread: try robust.system.unscaledCovariance(),
                workingWeights: robust.workingWeights, scale: robust.scale,
                coefficientScale: robust.coefficientScale, hat: .system(robust.system)))
    }
}

extension LeastSquaresSystem {
    /// What the factorization alone has to say.
    var warnings: [FitWarning] {
        var list: [FitWarning] = []
        if rank < design.parameters { list.append(.rankDeficient(rank: rank, dependent: dependentNames)) }
        if effectiveObservations <= rank { list.append(.saturated) }
        if reciprocalCondition < 1e-10 { list.append(.illConditioned(reciprocalCondition: reciprocalCondition)) }
        return list
    }
}
