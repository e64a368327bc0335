import LinearAlgebra

extension LeastSquaresSystem {
    /// (X'WX)⁻¹, or its pseudo-inverse for a rank-deficient design: the covariance of the coefficients for an error
    /// variance of one. Columns × columns.
    func unscaledCovariance() throws(RegressionError) -> Matrix {
        switch factor {
        case .full(_, let triangle):
            let scaled = try translating { () throws(LinearAlgebraError) in
                guard let refined = try refinedBasis(triangle) else { return try triangle.inverseOfGram() }
                let inverse = refined.inverse.transposed()
                return try refined.correction.factor.solve(inverse, transposed: true).gram()
            }
            return unscaled(scaled)
        case .deficient(let pivoted, let nullSpace):
            let basic = try translating { () throws(LinearAlgebraError) in
                let leading = try pivoted.r.inverseOfGram()
                var embedded = Matrix(rows: pivoted.columns, columns: pivoted.columns)
                for a in 0..<pivoted.rank {
                    for b in 0..<pivoted.rank { embedded[pivoted.pivots[a], pivoted.pivots[b]] = leading[a, b] }
                }
                return embedded
            }
            let half = try nullSpace.removed(from: unscaled(basic))
            return try nullSpace.removed(from: half.transposed())
        }
    }

    /// What (A'A)⁻¹ and an orthonormal basis are computed from where R has lost digits: K = R⁻¹, the product A K and the
    /// Cholesky factor of its Gram matrix S. Nil where nothing is to be refined.
    ///
    /// A K is orthonormal up to the lost digits. Computed in extended precision, S is near the identity and exact up to
    /// rounding, and (A'A)⁻¹ = K S⁻¹ K' holds for whatever K. Nothing is squared: S has a condition number near one.
    func refinedBasis(
        _ triangle: TriangularMatrix
    ) throws(LinearAlgebraError) -> (inverse: Matrix, product: Matrix, correction: CholeskyFactorization)? {
        guard let extended, refinement.refinesCovariance(atReciprocalCondition: reciprocalCondition) else { return nil }
        let inverse = try triangle.inverse()
        let product = extended.times(inverse)
        return (inverse, product, try CholeskyFactorization(product.gram()))
    }

    private func unscaled(_ scaled: Matrix) -> Matrix {
        var result = scaled
        for j in 0..<result.columns {
            for i in 0..<result.rows { result[i, j] *= scales[i] * scales[j] }
        }
        return result
    }

    /// The diagonal of the hat matrix: how far each observation determines its own fitted value, 0 to 1; the sum is the
    /// rank.
    func leverages() throws(RegressionError) -> [Double] {
        try orthonormalBasis().leverages
    }
}

/// The sum of squares of each row, at most one: rows of a matrix with orthonormal columns.
func squaredRowNorms(of basis: Matrix, columnFactors: [Double]? = nil) -> [Double] {
    var sums = [Double](repeating: 0, count: basis.rows)
    for j in 0..<basis.columns {
        let factor = columnFactors?[j] ?? 1
        basis.column(j).withUnsafeBufferPointer { column in
            for i in 0..<column.count { sums[i] += column[i] * column[i] * factor }
        }
    }
    for i in sums.indices { sums[i] = min(sums[i], 1) }
    return sums
}

/// Whether an observation leaves its own fitted value to the others: a leverage this near one differs from it by
/// rounding only.
func isDetermined(leverage: Double) -> Bool { leverage < 1 - 0x1p-40 }
