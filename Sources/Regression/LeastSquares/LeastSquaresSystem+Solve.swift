import LinearAlgebra
import Platform

/// Coefficients and residuals of one response.
struct LeastSquaresSolution {
    /// One per column of the design, in units of the response per unit of the column.
    var coefficients: [Double]
    /// Response minus fitted value, not weighted, in units of the response.
    var residuals: [Double]
}

extension LeastSquaresSystem {
    /// The coefficients that minimize the weighted sum of squared residuals.
    ///
    /// - Throws: `shapeMismatch`, `notFinite`.
    func solve(_ response: [Double]) throws(RegressionError) -> LeastSquaresSolution {
        let magnitude = try responseMagnitude(response, observations: design.observations)
        let scale = powerOfTwo(bringingToOne: magnitude)
        var scaled = response.map { $0 * scale }
        if let rootWeights { for i in scaled.indices { scaled[i] *= rootWeights[i] } }
        switch factor {
        case .full(let qr, let triangle):
            let first = try translating { () throws(LinearAlgebraError) in
                var projected = try Matrix(columns: [scaled])
                try qr.apply(transposed: true, to: &projected)
                return try triangle.solve(projected.leadingRows(design.parameters)).elements
            }
            guard let extended else { return try unrefined(first, response, responseScale: scale) }
            let refiner = AugmentedSystem(matrix: extended, qr: qr, triangle: triangle)
            let refined = try refiner.refine(first, response: scaled)
            return unscaled(refined, response, responseScale: scale)
        case .deficient(let pivoted, let nullSpace):
            let basic = try translating { () throws(LinearAlgebraError) in
                try pivoted.solveLeastSquares(Matrix(columns: [scaled])).elements
            }
            let coefficients = zip(basic, scales).map { $0 * $1 / scale }
            let least = try translating { () throws(LinearAlgebraError) in try Matrix(columns: [coefficients]) }
            return try withResiduals(nullSpace.removed(from: least).elements, response)
        }
    }

    private func unrefined(
        _ coefficients: [Double], _ response: [Double], responseScale: Double
    ) throws(RegressionError) -> LeastSquaresSolution {
        try withResiduals(zip(coefficients, scales).map { $0 * $1 / responseScale }, response)
    }

    private func withResiduals(
        _ coefficients: [Double], _ response: [Double]
    ) throws(RegressionError) -> LeastSquaresSolution {
        let fitted = try translating { () throws(LinearAlgebraError) in try design.matrix * coefficients }
        return LeastSquaresSolution(coefficients: coefficients, residuals: zip(response, fitted).map { $0 - $1 })
    }

    /// Takes the scales and weights out of a refined solution. A row of weight zero took no part; its residual is
    /// computed from the coefficients.
    private func unscaled(
        _ refined: AugmentedSystem.Iterate, _ response: [Double], responseScale: Double
    ) -> LeastSquaresSolution {
        let coefficients = zip(refined.coefficients, scales).map { $0 * $1 / responseScale }
        var residuals = refined.residuals.map { $0 / responseScale }
        if let rootWeights {
            for i in residuals.indices {
                residuals[i] =
                    rootWeights[i] > 0
                    ? residuals[i] / rootWeights[i]
                    : response[i] - zip(design.matrix.row(i), coefficients).reduce(0) { $0 + $1.0 * $1.1 }
            }
        }
        return LeastSquaresSolution(coefficients: coefficients, residuals: residuals)
    }
}

/// The largest absolute value of a response.
///
/// - Throws: `shapeMismatch`, `notFinite` with the row.
func responseMagnitude(_ response: [Double], observations: Int) throws(RegressionError) -> Double {
    guard response.count == observations else {
        throw .shapeMismatch(
            what: Bilingual("因变量个数", "length of the response"), expected: observations, found: response.count)
    }
    var magnitude = 0.0
    for (row, value) in response.enumerated() {
        guard value.isFinite else { throw .notFinite(column: "response", row: row) }
        magnitude = max(magnitude, abs(value))
    }
    return magnitude
}
