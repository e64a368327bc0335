/// A covariance of forecast errors: a diagonal plus few directions, W = D + U U'.
///
/// The sample covariance of T past error vectors has rank T; it is shrunk towards its diagonal by the factor of Schäfer
/// and Strimmer (2005), whose sums over pairs of nodes follow from T × T products, so that nothing of the size nodes ×
/// nodes is ever formed.
struct ShrunkCovariance: Sendable {
    /// D.
    let diagonal: [Double]
    /// The columns of U, one for each past year.
    let directions: [[Double]]
    /// The share of the diagonal in the correlations, 0 to 1.
    let shrinkage: Double

    /// The covariance of nodes with given variances whose past errors are known.
    ///
    /// - Parameters:
    ///   - variances: the error variance of each node.
    ///   - errors: past error vectors, one value for each node; zero where nothing is known.
    init(variances: [Double], errors: [[Double]]) {
        let years = Double(errors.count)
        let spreads = variances.indices.map { i in
            (errors.reduce(0) { $0 + $1[i] * $1[i] } / max(years, 1)).squareRoot()
        }
        let standardized = errors.map { row in
            zip(row, spreads).map { $1 > 0 ? $0 / $1 : 0 }
        }
        let shrinkage = Self.shrinkage(standardized)
        self.shrinkage = shrinkage
        guard shrinkage < 1, years > 1 else {
            diagonal = variances
            directions = []
            return
        }
        let scale = ((1 - shrinkage) / years).squareRoot()
        directions = standardized.map { row in zip(row, variances).map { $0 * $1.squareRoot() * scale } }
        let own = directions
        diagonal = variances.indices.map { i in
            max(variances[i] - own.reduce(0) { $0 + $1[i] * $1[i] }, 0.05 * variances[i])
        }
    }

    /// Σ var(rᵢⱼ) / Σ rᵢⱼ² over pairs i ≠ j.
    private static func shrinkage(_ rows: [[Double]]) -> Double {
        let years = Double(rows.count)
        guard years >= 3, let count = rows.first?.count, count > 1 else { return 1 }
        var (squares, fourth) = (0.0, 0.0)
        for a in rows {
            for b in rows {
                let product = zip(a, b).reduce(0) { $0 + $1.0 * $1.1 }
                squares += product * product
            }
            let own = a.reduce(0) { $0 + $1 * $1 }
            fourth += own * own
        }
        // Pairs of a node with itself are taken out: r is one there.
        var (ownSquares, ownFourth) = (0.0, 0.0)
        for i in 0..<count {
            let sum = rows.reduce(0) { $0 + $1[i] * $1[i] }
            ownSquares += sum * sum
            ownFourth += rows.reduce(0) { $0 + $1[i] * $1[i] * $1[i] * $1[i] }
        }
        let sumOfSquares = (squares - ownSquares) / (years * years)
        let variance = ((fourth - ownFourth) / years - sumOfSquares) / (years - 1)
        guard sumOfSquares > 0 else { return 1 }
        return min(max(variance / sumOfSquares, 0), 1)
    }
}
