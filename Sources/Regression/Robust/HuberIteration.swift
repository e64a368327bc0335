import LinearAlgebra

/// Iteratively reweighted least squares for Huber's M-estimator.
///
/// Starts from least squares. Each iteration takes the scale s as the median absolute residual over 0.6745, gives every
/// observation the weight min(1, k s / |r|) and solves the weighted problem. Source: Huber, Robust Statistics (1981),
/// 7.8; the stop rule is that of ``HuberOptions/tolerance``.
struct HuberIteration {
    let system: LeastSquaresSystem
    let solution: LeastSquaresSolution
    /// The weight of each observation from its residual, 0 to 1.
    let robustWeights: [Double]
    /// Those weights times the ones given with the data.
    let workingWeights: [Double]
    /// The rescaled median absolute residual.
    let scale: Double
    /// The standard deviation that goes with `unscaledCovariance`.
    let coefficientScale: Double
    /// (X'WX)⁻¹ with the weights given with the data.
    let unscaledCovariance: Matrix
    let iterations: Int
    let warnings: [FitWarning]

    init(
        _ design: Design, _ response: [Double], weights: [Double]?, options: HuberOptions, refinement: Refinement
    ) throws(RegressionError) {
        try options.check()
        let prior = try LeastSquaresSystem(design, weights: weights, refinement: refinement)
        let data = FitData(design: design, response: response, weights: weights)
        let magnitude = try responseMagnitude(response, observations: design.observations)
        var system = prior
        var solution = try prior.solve(response)
        var scale = robustScale(solution.residuals, rootWeights: prior.rootWeights)
        var multipliers = [Double](repeating: 1, count: response.count)
        var (count, change) = (0, Double.infinity)
        let floor = 0x1p-44 * magnitude
        while scale > floor, count < options.iterationLimit, change > options.tolerance {
            multipliers = huberWeights(
                solution.residuals, rootWeights: prior.rootWeights, threshold: options.tuning * scale)
            let working = zip(multipliers, weights ?? [Double](repeating: 1, count: response.count)).map { $0 * $1 }
            system = try LeastSquaresSystem(design, weights: working, refinement: .never)
            let next = try system.solve(response)
            let difference = zip(next.residuals, solution.residuals).map { $0 - $1 }
            let before = data.sumOfSquares(solution.residuals, weights: weights)
            change = (data.sumOfSquares(difference, weights: weights) / before).squareRoot()
            solution = next
            scale = robustScale(solution.residuals, rootWeights: prior.rootWeights)
            count += 1
        }
        if count > 0, refinement != .never {
            let working = zip(multipliers, weights ?? [Double](repeating: 1, count: response.count)).map { $0 * $1 }
            system = try LeastSquaresSystem(design, weights: working, refinement: refinement)
            solution = try system.solve(response)
        }
        var warnings = prior.warnings
        if scale <= floor {
            warnings.append(data.isExact(solution.residuals) ? .exactFit : .zeroScale)
        } else if change > options.tolerance {
            warnings.append(.notConverged(iterations: count, change: change))
        }
        self.system = system
        self.solution = solution
        robustWeights = multipliers
        workingWeights = zip(multipliers, weights ?? [Double](repeating: 1, count: response.count)).map { $0 * $1 }
        self.scale = scale
        coefficientScale = Self.coefficientScale(
            solution.residuals, prior, multipliers, threshold: options.tuning * scale)
        unscaledCovariance = try prior.unscaledCovariance()
        iterations = count
        self.warnings = warnings
    }

    /// Huber (1981), 7.6: the root of Σψ²/(n - p), over the share of residuals within the threshold, with the correction
    /// 1 + p var(ψ') / (n mean(ψ')²) for small samples.
    private static func coefficientScale(
        _ residuals: [Double], _ prior: LeastSquaresSystem, _ multipliers: [Double], threshold: Double
    ) -> Double {
        let (n, p) = (Double(prior.effectiveObservations), Double(prior.rank))
        guard n > p else { return 0 }
        var (squares, within) = (0.0, 0.0)
        for i in residuals.indices {
            let root = prior.rootWeights?[i] ?? 1
            guard root > 0 else { continue }
            let clipped = root * residuals[i] * multipliers[i]
            squares += clipped * clipped
            if abs(root * residuals[i]) <= threshold { within += 1 }
        }
        let share = within / n
        guard share > 0 else { return 0 }
        let variance = share * (1 - share) * n / (n - 1)
        return (squares / (n - p)).squareRoot() * (1 + p * variance / (n * share * share)) / share
    }
}

/// The median absolute value of the weighted residuals over the same of a standard normal, 0.6745.
private func robustScale(_ residuals: [Double], rootWeights: [Double]?) -> Double {
    var sizes: [Double] = []
    sizes.reserveCapacity(residuals.count)
    for i in residuals.indices where rootWeights?[i] != 0 { sizes.append(abs(residuals[i]) * (rootWeights?[i] ?? 1)) }
    sizes.sort()
    let middle = sizes.count / 2
    let median = sizes.count % 2 == 1 ? sizes[middle] : (sizes[middle - 1] + sizes[middle]) / 2
    return median / 0.674_489_750_196_081_7
}

/// Huber's weight function: min(1, threshold / |r|).
private func huberWeights(_ residuals: [Double], rootWeights: [Double]?, threshold: Double) -> [Double] {
    residuals.indices.map { i in
        let size = abs(residuals[i]) * (rootWeights?[i] ?? 1)
        return size <= threshold ? 1 : threshold / size
    }
}
