/// What a model was fitted to.
struct FitData: Sendable {
    let design: Design
    let response: [Double]
    /// The weights given with the data; nil for all ones.
    let weights: [Double]?

    /// Observations of positive weight.
    var observations: Int {
        weights.map { $0.count { $0 > 0 } } ?? design.observations
    }

    /// Σ w v², with the weights given or others.
    func sumOfSquares(_ values: [Double], weights: [Double]?) -> Double {
        guard let weights else { return values.reduce(0) { $0 + $1 * $1 } }
        return zip(values, weights).reduce(0) { $0 + $1.1 * $1.0 * $1.0 }
    }

    /// The sum of squares of the response, about its weighted mean when the design has an intercept and about zero
    /// otherwise.
    func totalSumOfSquares(weights: [Double]?) -> Double {
        guard design.interceptColumn != nil else { return sumOfSquares(response, weights: weights) }
        let mean = weightedMean(response, weights: weights)
        return sumOfSquares(response.map { $0 - mean }, weights: weights)
    }

    /// Whether residuals are no more than the rounding of the response.
    func isExact(_ residuals: [Double]) -> Bool {
        let magnitude = response.reduce(0) { max($0, abs($1)) }
        return residuals.indices.allSatisfy { weights?[$0] == 0 || abs(residuals[$0]) <= 0x1p-46 * magnitude }
    }

    /// Whether all responses of positive weight are the same.
    var isConstant: Bool {
        let values = response.indices.lazy.filter { weights?[$0] != 0 }.map { response[$0] }
        guard let first = values.first else { return true }
        return values.allSatisfy { $0 == first }
    }
}

/// The weighted mean, in two passes so that values far from zero keep their digits.
func weightedMean(_ values: some Collection<Double>, weights: [Double]?) -> Double {
    guard let weights else {
        let first = values.reduce(0, +) / Double(values.count)
        return first + values.reduce(0) { $0 + ($1 - first) } / Double(values.count)
    }
    let total = weights.reduce(0, +)
    let first = zip(values, weights).reduce(0) { $0 + $1.0 * $1.1 } / total
    return first + zip(values, weights).reduce(0) { $0 + ($1.0 - first) * $1.1 } / total
}
