import LinearAlgebra

/// Everything that fitting a series of one pattern needs, as matrices to multiply the series with.
///
/// For the observed rows X of the design, with an orthonormal basis Q of its columns:
/// Q'y gives the residuals y - Q Q'y, X⁺y the coefficients, and V X⁺y the predictions for rows V. The three are stacked, so
/// that one product with a block of series yields them all.
struct SeriesOperator: Sendable {
    let observed: [Int]
    let rank: Int
    /// Rows of `stack`: rank, then columns of the design, then predicted rows.
    let stack: Matrix
    /// Observed periods × rank.
    let basis: Matrix
    /// What a residual is multiplied by to leave its observation out, 1 / (1 - leverage); NaN at leverage one.
    let deletion: [Double]
    /// What the residual standard deviation is multiplied by to give the half-width of each prediction interval; NaN without
    /// degrees of freedom.
    let widths: [Double]
    /// Zero for each prediction the observed rows determine, NaN for the others: added to them.
    let doubts: [Double]
    let leverages: [Double]
    let reciprocalCondition: Double

    var degreesOfFreedom: Int { observed.count - rank }

    init(_ design: Design, observed: [Int], predicted: Matrix, level: Double) throws(RegressionError) {
        let rows = try Self.design(design, observed)
        let system = try LeastSquaresSystem(rows)
        let inverse = try system.pseudoInverse()
        let (basis, leverages) = try system.orthonormalBasis()
        let covariance = try system.unscaledCovariance()
        stack = try translating { () throws(LinearAlgebraError) in
            try Matrix.stacked([basis.transposed(), inverse, try predicted * inverse])
        }
        self.observed = observed
        self.basis = basis
        self.leverages = leverages
        rank = system.rank
        reciprocalCondition = system.reciprocalCondition
        deletion = leverages.map { isDetermined(leverage: $0) ? 1 / (1 - $0) : .nan }
        let freedom = observed.count - system.rank
        let quantile =
            freedom > 0 ? try StudentT(degreesOfFreedom: Double(freedom)).upperQuantile((1 - level) / 2) : .nan
        let targets = (0..<predicted.rows).map { predicted.row($0) }
        doubts = targets.map { system.determines($0) ? 0 : .nan }
        widths = targets.map { quantile * (1 + quadraticForm(covariance, $0)).squareRoot() }
    }

    private static func design(_ design: Design, _ observed: [Int]) throws(RegressionError) -> Design {
        if observed.count == design.observations { return design }
        return try Design(
            matrix: design.matrix.selecting(rows: observed), trailing: design.trailing?.selecting(rows: observed),
            names: design.names, interceptColumn: design.interceptColumn)
    }
}

/// v' A v, not below zero.
func quadraticForm(_ matrix: Matrix, _ vector: [Double]) -> Double {
    var sum = 0.0
    for j in vector.indices {
        for i in vector.indices { sum += vector[i] * matrix[i, j] * vector[j] }
    }
    return max(sum, 0)
}
