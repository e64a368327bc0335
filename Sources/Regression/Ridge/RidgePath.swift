import LinearAlgebra

/// All ridge solutions of one data set: a singular value decomposition of the standardized design (LAPACK `dgesdd`), from
/// which the solution for any penalty follows in O(np).
struct RidgePath {
    private let design: Design
    private let response: [Double]
    private let rootWeights: [Double]?
    private let totalWeight: Double
    private let means: [Double]
    /// The spread of each column; zero for the intercept and for columns without any.
    let columnScales: [Double]
    private let penalized: [Int]
    private let svd: SingularValueDecomposition
    private let responseMean: Double
    /// U'y of the weighted, centred response.
    private let projections: [Double]
    /// The sum of squares that no coefficients can explain.
    private let unexplained: Double
    private let observations: Int

    /// Centres and scales the columns and decomposes them.
    init(_ design: Design, _ response: [Double], weights: [Double]?) throws(RegressionError) {
        // Validates weights and finds NaN with the name of its column.
        let roots = try LeastSquaresSystem.checkedRoots(weights, design)
        let scaled = try ScaledDesign(design, rootWeights: nil)
        self.design = design
        self.response = response
        rootWeights = roots
        observations = weights.map { $0.count { $0 > 0 } } ?? design.observations
        let total = weights?.reduce(0, +) ?? Double(design.observations)
        totalWeight = total
        let centred = design.interceptColumn != nil
        let standardized = StandardizedColumns(design, scaled, weights: weights, total: total)
        means = standardized.means
        columnScales = standardized.scales
        penalized = design.names.indices.filter { standardized.scales[$0] > 0 }
        let block = standardized.matrix(penalized, of: design, rootWeights: roots)
        svd = try translating { () throws(LinearAlgebraError) in try SingularValueDecomposition(block) }
        let mean = centred ? weightedMean(response, weights: weights) : 0
        responseMean = mean
        var target = response.map { $0 - mean }
        if let roots { for i in target.indices { target[i] *= roots[i] } }
        let u = svd.u
        let projections = try translating { () throws(LinearAlgebraError) in try u.times(target, transposed: true) }
        let explained = try translating { () throws(LinearAlgebraError) in try u * projections }
        self.projections = projections
        unexplained = zip(target, explained).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
    }

    private var interceptCount: Double { design.interceptColumn == nil ? 0 : 1 }
    private var cutoff: Double {
        Double(max(svd.u.rows, penalized.count)) * 0x1p-52 * (svd.singularValues.first ?? 0)
    }

    /// The number of independent columns, the intercept included.
    var rank: Int { svd.singularValues.count { $0 > cutoff } + Int(interceptCount) }
    /// Of the standardized columns.
    var reciprocalCondition: Double { svd.reciprocalCondition }

    /// The share of a direction that the penalty leaves: σ² / (σ² + λ), zero for directions without data.
    private func shrinkage(_ sigma: Double, _ penalty: Double) -> Double {
        sigma <= cutoff ? 0 : sigma / (sigma + penalty / sigma)
    }

    /// n RSS / (n - df)²; infinite where less than one degree of freedom is left.
    private func crossValidation(_ penalty: Double) -> Double {
        var sum = unexplained
        var freedom = Double(observations) - interceptCount
        for (sigma, projection) in zip(svd.singularValues, projections) {
            let kept = shrinkage(sigma, penalty)
            sum += projection * projection * (1 - kept) * (1 - kept)
            freedom -= kept
        }
        return freedom < 1 ? .infinity : Double(observations) * sum / (freedom * freedom)
    }

    /// The λ with the least generalized cross-validation: the best of a grid in its logarithm, then golden-section search
    /// between its neighbours.
    func penaltyOfLeastCrossValidation() -> Double {
        guard let largest = svd.singularValues.first, largest > 0 else { return 0 }
        let grid = stride(from: -14.0, through: 8.0, by: 0.1).map { $0 * naturalLogarithm(10) }
        let value = { (exponent: Double) in crossValidation(largest * largest * exponential(exponent)) }
        let values = grid.map(value)
        guard let best = values.indices.min(by: { values[$0] < values[$1] }) else { return 0 }
        var (low, high) = (grid[max(best - 1, 0)], grid[min(best + 1, grid.count - 1)])
        let golden = 0.5 * (5.0.squareRoot() - 1)
        for _ in 0..<40 {
            let (left, right) = (high - golden * (high - low), low + golden * (high - low))
            if value(left) <= value(right) { high = right } else { low = left }
        }
        let exponent = (low + high) / 2
        return largest * largest * exponential(value(exponent) <= values[best] ? exponent : grid[best])
    }

    /// Coefficients, residuals and what inference needs, for one penalty.
    func solution(penalty: Double) throws(RegressionError) -> RidgeSolution {
        let kept = svd.singularValues.map { shrinkage($0, penalty) }
        let inverses = zip(svd.singularValues, kept).map { $0 > cutoff ? $1 / $0 : 0 }
        let standardized = try translating { () throws(LinearAlgebraError) in
            try svd.vTransposed.times(zip(projections, inverses).map { $0 * $1 }, transposed: true)
        }
        let coefficients = original(standardized)
        let fitted = try translating { () throws(LinearAlgebraError) in try design.matrix * coefficients }
        let breadFactors = zip(svd.singularValues, inverses).map { $0 > cutoff ? $1 / $0 : 0 }
        return RidgeSolution(
            coefficients: coefficients, residuals: zip(response, fitted).map { $0 - $1 },
            effectiveParameters: kept.reduce(interceptCount, +), leverages: leverages(kept),
            unscaledCovariance: try covariance(inverses.map { $0 * $0 }), bread: try covariance(breadFactors))
    }

    /// From coefficients of standardized columns to those of the design.
    private func original(_ standardized: [Double]) -> [Double] {
        var coefficients = [Double](repeating: 0, count: design.parameters)
        for (k, j) in penalized.enumerated() { coefficients[j] = standardized[k] / columnScales[j] }
        if let place = design.interceptColumn {
            let shift = penalized.reduce(0) { $0 + coefficients[$1] * means[$1] }
            coefficients[place] = (responseMean - shift) / design.matrix[0, place]
        }
        return coefficients
    }

    private func leverages(_ kept: [Double]) -> [Double] {
        var values = squaredRowNorms(of: svd.u, columnFactors: kept)
        guard design.interceptColumn != nil else { return values }
        for i in values.indices {
            let weight = rootWeights.map { $0[i] * $0[i] } ?? 1
            values[i] = min(values[i] + weight / totalWeight, 1)
        }
        return values
    }

    /// V diag(factors) V' of the standardized coefficients, carried to those of the design; the mean of the response is
    /// independent of them.
    private func covariance(_ factors: [Double]) throws(RegressionError) -> Matrix {
        let (p, k) = (design.parameters, svd.singularValues.count)
        var roots = Matrix(rows: k + 1, columns: p)
        for row in 0..<k {
            let factor = factors[row].squareRoot()
            for (place, j) in penalized.enumerated() {
                roots[row, j] = factor * svd.vTransposed[row, place] / columnScales[j]
            }
        }
        if let place = design.interceptColumn {
            let constant = design.matrix[0, place]
            for row in 0..<k {
                roots[row, place] = -penalized.reduce(0) { $0 + roots[row, $1] * means[$1] } / constant
            }
            roots[k, place] = 1 / (totalWeight.squareRoot() * constant)
        }
        let factored = roots
        return try translating { () throws(LinearAlgebraError) in try factored.gram() }
    }
}
