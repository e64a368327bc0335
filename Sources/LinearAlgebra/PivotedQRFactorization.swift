import CLAPACKE

/// A P = Q R with column pivoting (LAPACK `dgeqp3`): the diagonal of R falls in magnitude, which reveals the rank.
///
/// ```swift
/// let qr = try PivotedQRFactorization(design)
/// if qr.rank < qr.columns { print("columns", qr.dependentColumns, "follow from the others") }
/// ```
///
/// The rank depends on the scale of the columns: bring them to a common one first.
public struct PivotedQRFactorization: Sendable {
    let factors: HouseholderFactors
    /// `pivots[k]` is the column of A that stands at place k of A P.
    public let pivots: [Int]
    /// The number of diagonal entries of R above `tolerance` times the largest.
    public let rank: Int

    /// Factors the matrix, in its own storage when the argument is its last use.
    ///
    /// - Parameter tolerance: relative to the largest diagonal entry of R; by default max(rows, columns) times the
    ///   rounding unit 2⁻⁵².
    /// - Throws: `notFinite`, `tooLarge`.
    public init(_ matrix: consuming Matrix, tolerance: Double? = nil) throws(LinearAlgebraError) {
        try matrix.requireFinite()
        var compact = matrix
        try compact.requireAddressable()
        compact.makeUnique()
        let target = compact.storage.base
        let (m, n, leading) = (Int32(compact.rows), Int32(compact.columns), compact.leading)
        var scalars = [Double](repeating: 0, count: Int(Swift.min(m, n)))
        var places = [Int32](repeating: 0, count: Int(n))
        if !scalars.isEmpty {
            let info = try withWorkspace("dgeqp3") { work, size in
                LAPACKE_dgeqp3_work(LAPACK_COL_MAJOR, m, n, target, leading, &places, &scalars, work, size)
            }
            try checkStatus("dgeqp3", info)
            pivots = places.map { Int($0) - 1 }
        } else {
            pivots = Array(0..<Int(n))
        }
        factors = HouseholderFactors(compact: compact, scalars: scalars)
        let diagonal = (0..<scalars.count).map { abs(compact[$0, $0]) }
        let floor = (tolerance ?? Double(Swift.max(m, n)) * 0x1p-52) * (diagonal.first ?? 0)
        rank = diagonal.firstIndex { $0 <= floor } ?? diagonal.count
    }

    /// The number of rows of the factored matrix.
    public var rows: Int { factors.compact.rows }
    /// The number of columns of the factored matrix.
    public var columns: Int { factors.compact.columns }

    /// The columns that follow, to working accuracy, from those before them in pivot order; ascending.
    public var dependentColumns: [Int] { pivots[rank...].sorted() }

    /// R, min(rows, columns) × columns, in pivoted column order.
    public var upperTriangle: Matrix { factors.upperTriangle() }

    /// The leading rank × rank triangle of R.
    public var r: TriangularMatrix {
        get throws(LinearAlgebraError) {
            let independent = upperTriangle.leadingRows(rank).selecting(columns: Array(0..<rank))
            return try TriangularMatrix(.upper, of: independent)
        }
    }

    /// An orthonormal basis of the column space, rows × rank (`dorgqr`).
    public func orthonormalColumns() throws(LinearAlgebraError) -> Matrix {
        try factors.orthonormalColumns(rank)
    }

    /// Replaces the block by Q'·block, or Q·block, without forming Q (`dormqr`).
    public func apply(transposed: Bool, to block: inout Matrix) throws(LinearAlgebraError) {
        try factors.apply(transposed: transposed, to: &block)
    }

    /// A basic least-squares solution for each column of `responses`: columns of A beyond the rank get zero.
    ///
    /// - Parameter responses: rows × any number of columns.
    public func solveLeastSquares(_ responses: consuming Matrix) throws(LinearAlgebraError) -> Matrix {
        var projected = responses
        try apply(transposed: true, to: &projected)
        let basic = try r.solve(projected.leadingRows(rank))
        let solution = Matrix(rows: columns, columns: basic.columns)
        for j in 0..<basic.columns {
            for k in 0..<rank { solution.storage.base[pivots[k] + j * columns] = basic.storage.base[k + j * rank] }
        }
        return solution
    }

    /// A basis of the null space of A, columns × (columns - rank), not orthonormal: with R = [R₁ R₂] it is
    /// P [-R₁⁻¹R₂; I].
    public func nullSpaceBasis() throws(LinearAlgebraError) -> Matrix {
        let free = columns - rank
        let trailing = upperTriangle.leadingRows(rank).selecting(columns: Array(rank..<columns))
        let solved = try r.solve(trailing)
        let basis = Matrix(rows: columns, columns: free)
        for j in 0..<free {
            for k in 0..<rank { basis.storage.base[pivots[k] + j * columns] = -solved.storage.base[k + j * rank] }
            basis.storage.base[pivots[rank + j] + j * columns] = 1
        }
        return basis
    }
}
