import LinearAlgebra

/// The directions in which coefficients of a rank-deficient design may move without changing the fit, in the units of
/// the design.
struct NullSpace: Sendable {
    /// An orthonormal basis, columns × (columns - rank).
    let basis: Matrix

    init(_ pivoted: PivotedQRFactorization, scales: [Double]) throws(RegressionError) {
        basis = try translating { () throws(LinearAlgebraError) in
            var directions = try pivoted.nullSpaceBasis()
            for j in 0..<directions.columns {
                for i in 0..<directions.rows { directions[i, j] *= scales[i] }
            }
            return try QRFactorization(directions).orthonormalColumns()
        }
    }

    /// The coefficients of least norm among those that give the same fit (one set per column).
    func removed(from coefficients: Matrix) throws(RegressionError) -> Matrix {
        try translating { () throws(LinearAlgebraError) in
            let parts = try Matrix.multiply(basis, coefficients, transposingLeft: true)
            return try coefficients - (try basis * parts)
        }
    }
}
