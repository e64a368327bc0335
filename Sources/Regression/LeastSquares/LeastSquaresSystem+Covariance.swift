import LinearAlgebra

extension LeastSquaresSystem {
    /// (X'WX)⁻¹, or its pseudo-inverse for a rank-deficient design: the covariance of the coefficients for an error
    /// variance of one. Columns × columns.
    func unscaledCovariance() throws(RegressionError) -> Matrix {
        switch factor {
        case .full(_, let triangle):
            let scaled = try translating { () throws(LinearAlgebraError) in
                if let extended, refinement.refinesCovariance(atReciprocalCondition: reciprocalCondition) {
                    return try Self.refinedInverse(extended, triangle)
                }
                return try triangle.inverseOfGram()
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

    /// (A'A)⁻¹ to working accuracy although R has lost digits.
    ///
    /// With K = R⁻¹, A K is orthonormal up to the lost digits. Computed in extended precision, its Gram matrix S is near
    /// the identity and exact up to rounding, and (A'A)⁻¹ = K S⁻¹ K' holds for whatever K. Nothing is squared: S has a
    /// condition number near one.
    private static func refinedInverse(
        _ matrix: ExtendedMatrix, _ triangle: TriangularMatrix
    ) throws(LinearAlgebraError) -> Matrix {
        let inverse = try triangle.inverse()
        let nearlyOrthonormal = matrix.times(inverse)
        let correction = try CholeskyFactorization(nearlyOrthonormal.gram())
        return try correction.factor.solve(inverse.transposed(), transposed: true).gram()
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
        let basis = try translating { () throws(LinearAlgebraError) in
            switch factor {
            case .full(let qr, _): try qr.orthonormalColumns()
            case .deficient(let pivoted, _): try pivoted.orthonormalColumns()
            }
        }
        return squaredRowNorms(of: basis)
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
