import LinearAlgebra

/// Iteratively reweighted least squares for Huber's M-estimator.
///
/// Starts from least squares. Each iteration takes the scale s as the median absolute residual over 0.6745, gives every
/// observation the weight min(1, k s / |r|) and solves the weighted problem. Source: Huber, Robust Statistics (1981),
/// 7.8; the stop rule is that of ``HuberOptions/tolerance``.
struct HuberIteration {
    private let data: FitData
    private let options: HuberOptions
    /// The problem with the weights given with the data alone.
    let prior: LeastSquaresSystem
    /// The problem of the last iteration.
    private(set) var system: LeastSquaresSystem
    private(set) var solution: LeastSquaresSolution
    /// The weight of each observation from its residual, 0 to 1.
    private(set) var robustWeights: [Double]
    /// The rescaled median absolute residual.
    private(set) var scale: Double
    private(set) var iterations = 0
    /// The relative change of the residuals in the last iteration.
    private var change = Double.infinity
    /// A scale at or below this is rounding.
    private let floor: Double

    init(
        _ design: Design, _ response: [Double], weights: [Double]?, options: HuberOptions, refinement: Refinement
    ) throws(RegressionError) {
        try options.check()
        data = FitData(design: design, response: response, weights: weights)
        self.options = options
        floor = 0x1p-44 * (try responseMagnitude(response, observations: design.observations))
        prior = try LeastSquaresSystem(design, weights: weights, refinement: refinement)
        system = prior
        solution = try prior.solve(response)
        scale = robustScale(solution.residuals, rootWeights: prior.rootWeights)
        robustWeights = [Double](repeating: 1, count: response.count)
        while scale > floor, iterations < options.iterationLimit, change > options.tolerance { try step() }
        guard iterations > 0, refinement != .never else { return }
        // Refined once, at the end: on the way digits beyond the tolerance are of no use.
        system = try LeastSquaresSystem(design, weights: workingWeights, refinement: refinement)
        solution = try system.solve(response)
    }

    /// One reweighting and solution.
    private mutating func step() throws(RegressionError) {
        robustWeights = huberWeights(
            solution.residuals, rootWeights: prior.rootWeights, threshold: options.tuning * scale)
        system = try LeastSquaresSystem(data.design, weights: workingWeights, refinement: .never)
        let next = try system.solve(data.response)
        let difference = zip(next.residuals, solution.residuals).map { $0 - $1 }
        let before = data.sumOfSquares(solution.residuals, weights: data.weights)
        change = (data.sumOfSquares(difference, weights: data.weights) / before).squareRoot()
        solution = next
        scale = robustScale(solution.residuals, rootWeights: prior.rootWeights)
        iterations += 1
    }

    /// The weights from the residuals times the ones given with the data.
    var workingWeights: [Double] {
        data.weights.map { zip(robustWeights, $0).map { $0 * $1 } } ?? robustWeights
    }

    var warnings: [FitWarning] {
        if scale <= floor { return prior.warnings + [data.isExact(solution.residuals) ? .exactFit : .zeroScale] }
        if change <= options.tolerance { return prior.warnings }
        return prior.warnings + [.notConverged(iterations: iterations, change: change)]
    }

    /// The standard deviation that goes with (X'WX)⁻¹ of the weights given with the data.
    ///
    /// Huber (1981), 7.6: the root of Σψ²/(n - p), over the share of residuals within the threshold, with the correction
    /// 1 + p var(ψ') / (n mean(ψ')²) for small samples.
    var coefficientScale: Double {
        let (n, p) = (Double(prior.effectiveObservations), Double(prior.rank))
        guard n > p else { return 0 }
        var (squares, within) = (0.0, 0.0)
        for i in solution.residuals.indices {
            let root = prior.rootWeights?[i] ?? 1
            guard root > 0 else { continue }
            let clipped = root * solution.residuals[i] * robustWeights[i]
            squares += clipped * clipped
            if abs(root * solution.residuals[i]) <= options.tuning * scale { within += 1 }
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
    return Median.moving(&sizes) / 0.674_489_750_196_081_7
}

/// Huber's weight function: min(1, threshold / |r|).
private func huberWeights(_ residuals: [Double], rootWeights: [Double]?, threshold: Double) -> [Double] {
    residuals.indices.map { i in
        let size = abs(residuals[i]) * (rootWeights?[i] ?? 1)
        return size <= threshold ? 1 : threshold / size
    }
}
