import CLAPACKE

/// A = Q R with orthonormal Q and upper triangular R (LAPACK `dgeqrf`), for matrices of full column rank.
///
/// Backward stable, and without the squaring of the condition number that the normal equations bring. It does
/// not reveal rank: use ``PivotedQRFactorization`` where columns may be collinear.
///
/// ```swift
/// let qr = try QRFactorization(design)            // design: n × p, n ≥ p
/// let coefficients = try qr.solveLeastSquares(y)  // p numbers minimizing ‖y - design * b‖
/// ```
public struct QRFactorization: Sendable {
    let factors: HouseholderFactors

    /// Factors the matrix, in its own storage when the argument is its last use.
    ///
    /// - Throws: `notFinite`, `tooLarge`.
    public init(_ matrix: consuming Matrix) throws(LinearAlgebraError) {
        try matrix.requireFinite()
        try self.init(finite: matrix)
    }

    /// Factors a matrix known to be finite.
    package init(finite matrix: consuming Matrix) throws(LinearAlgebraError) {
        var compact = matrix
        try compact.requireAddressable()
        compact.makeUnique()
        let target = compact.storage.base
        let (m, n, leading) = (Int32(compact.rows), Int32(compact.columns), compact.leading)
        var scalars = [Double](repeating: 0, count: Int(Swift.min(m, n)))
        if !scalars.isEmpty {
            let info = try withWorkspace("dgeqrf") { work, size in
                LAPACKE_dgeqrf_work(LAPACK_COL_MAJOR, m, n, target, leading, &scalars, work, size)
            }
            try checkStatus("dgeqrf", info)
        }
        factors = HouseholderFactors(compact: compact, scalars: scalars)
    }

    /// The number of rows of the factored matrix.
    public var rows: Int { factors.compact.rows }
    /// The number of columns of the factored matrix.
    public var columns: Int { factors.compact.columns }

    /// R, min(rows, columns) × columns.
    public var upperTriangle: Matrix { factors.upperTriangle() }

    /// R as a triangular matrix, for solves.
    ///
    /// - Throws: `shapeMismatch` when there are fewer rows than columns.
    public var r: TriangularMatrix {
        get throws(LinearAlgebraError) { try TriangularMatrix(.upper, of: upperTriangle) }
    }

    /// Q, rows × min(rows, columns) (`dorgqr`).
    public func orthonormalColumns() throws(LinearAlgebraError) -> Matrix {
        try factors.orthonormalColumns(factors.order)
    }

    /// Replaces the block by Q'·block, or Q·block, without forming Q (`dormqr`).
    public func apply(transposed: Bool, to block: inout Matrix) throws(LinearAlgebraError) {
        try factors.apply(transposed: transposed, to: &block)
    }

    /// The p coefficients that minimize ‖y - A b‖₂, for each column of `responses`.
    ///
    /// - Parameter responses: rows × any number of columns.
    /// - Throws: `singular` when R has a zero on the diagonal, `shapeMismatch`.
    public func solveLeastSquares(_ responses: consuming Matrix) throws(LinearAlgebraError) -> Matrix {
        var projected = responses
        try apply(transposed: true, to: &projected)
        return try r.solve(projected.leadingRows(columns))
    }

    /// The p coefficients that minimize ‖y - A b‖₂.
    public func solveLeastSquares(_ response: [Double]) throws(LinearAlgebraError) -> [Double] {
        try solveLeastSquares(Matrix(columns: [response])).elements
    }

    /// An estimate of the reciprocal condition number of R in the 1-norm (`dtrcon`).
    public func reciprocalCondition() throws(LinearAlgebraError) -> Double {
        try r.reciprocalCondition()
    }
}
