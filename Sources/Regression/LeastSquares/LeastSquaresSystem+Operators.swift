import LinearAlgebra

extension LeastSquaresSystem {
    /// The matrix that maps a response to its coefficients, columns × observations.
    func pseudoInverse() throws(RegressionError) -> Matrix {
        if case .full(let qr, let triangle) = factor, extended == nil, rootWeights == nil {
            var inverse = try translating { () throws(LinearAlgebraError) in
                try triangle.solve(qr.orthonormalColumns().transposed())
            }
            for i in 0..<inverse.columns {
                for j in scales.indices { inverse[j, i] *= scales[j] }
            }
            return inverse
        }
        return try pseudoInverseByColumns()
    }

    /// Solves for each unit vector, with all that refinement and rank deficiency ask for.
    private func pseudoInverseByColumns() throws(RegressionError) -> Matrix {
        var columns: [[Double]] = []
        for i in 0..<design.observations {
            var unit = [Double](repeating: 0, count: design.observations)
            unit[i] = 1
            columns.append(try solve(unit).coefficients)
        }
        return try translating { () throws(LinearAlgebraError) in try Matrix(columns: columns) }
    }

    /// An orthonormal basis of the column space, observations × rank, and the leverages.
    func orthonormalBasis() throws(RegressionError) -> (basis: Matrix, leverages: [Double]) {
        let basis = try translating { () throws(LinearAlgebraError) in
            switch factor {
            case .full(let qr, let triangle):
                if let refined = try refinedBasis(triangle) {
                    try refined.correction.factor.solve(refined.product.transposed(), transposed: true).transposed()
                } else {
                    try qr.orthonormalColumns()
                }
            case .deficient(let pivoted, _): try pivoted.orthonormalColumns()
            }
        }
        return (basis, squaredRowNorms(of: basis))
    }

    /// Whether the data determine the mean at this row: always for full rank, otherwise if the row is a combination of the
    /// observed ones.
    func determines(_ row: [Double]) -> Bool {
        guard case .deficient(_, let nullSpace) = factor else { return true }
        let inScale = nullSpace.basis
        for k in 0..<inScale.columns {
            var (sum, size) = (0.0, 0.0)
            for j in row.indices {
                sum += row[j] * inScale[j, k]
                size += abs(row[j] * inScale[j, k])
            }
            if abs(sum) > 1e-9 * size { return false }
        }
        return true
    }
}
