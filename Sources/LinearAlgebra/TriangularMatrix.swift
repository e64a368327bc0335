import CLAPACKE
import Platform

/// A square triangular matrix: solves, inverse and condition estimate.
///
/// ```swift
/// let qr = try QRFactorization(design)
/// let x = try qr.r.solve(rightHandSide)
/// ```
public struct TriangularMatrix: Sendable {
    /// Which triangle of the square matrix counts.
    public enum Part: Sendable {
        /// On and above the diagonal.
        case upper
        /// On and below the diagonal.
        case lower
    }

    /// The square matrix; entries outside ``part`` are never read.
    public let matrix: Matrix
    /// The triangle that counts.
    public let part: Part

    /// Views the triangle of a square matrix.
    ///
    /// - Throws: `shapeMismatch` when the matrix is not square, `tooLarge` beyond 32-bit indices.
    public init(_ part: Part, of matrix: Matrix) throws(LinearAlgebraError) {
        guard matrix.rows == matrix.columns else {
            throw .shapeMismatch(
                operation: Bilingual(verbatim: "TriangularMatrix"), expected: Bilingual("方阵", "a square matrix"),
                found: Bilingual(verbatim: "\(matrix.rows) × \(matrix.columns)"))
        }
        try matrix.requireAddressable()
        self.matrix = matrix
        self.part = part
    }

    /// The number of rows and columns.
    public var order: Int { matrix.rows }

    var lapackPart: CChar { part == .upper ? 85 /* U */ : 76 /* L */ }

    /// The solution X of T X = B, or T' X = B when transposed (`dtrtrs`).
    ///
    /// - Parameter right: B, order × any number of columns.
    /// - Throws: `singular` when a diagonal entry is zero, `shapeMismatch` when B has not `order` rows.
    public func solve(_ right: consuming Matrix, transposed: Bool = false) throws(LinearAlgebraError) -> Matrix {
        var solution = right
        guard solution.rows == order else {
            throw .shapeMismatch(
                operation: Bilingual("三角方程求解", "triangular solve"), expected: Bilingual("\(order) 行", "\(order) rows"),
                found: Bilingual(verbatim: "\(solution.rows)"))
        }
        if order == 0 || solution.columns == 0 { return solution }
        solution.makeUnique()
        let info = LAPACKE_dtrtrs_work(
            LAPACK_COL_MAJOR, lapackPart, transposed ? 84 /* T */ : 78 /* N */, 78, Int32(order),
            Int32(solution.columns), matrix.storage.base, matrix.leading, solution.storage.base, solution.leading)
        try checkStatus("dtrtrs", info) { .singular(diagonal: $0 - 1) }
        return solution
    }

    /// The solution x of T x = b, or T' x = b when transposed (`dtrtrs`).
    public func solve(_ right: [Double], transposed: Bool = false) throws(LinearAlgebraError) -> [Double] {
        try solve(Matrix(columns: [right]), transposed: transposed).elements
    }

    /// The inverse, of the same triangle; the other triangle is zero (`dtrtri`).
    ///
    /// - Throws: `singular` when a diagonal entry is zero.
    public func inverse() throws(LinearAlgebraError) -> Matrix {
        var result = Matrix(rows: order, columns: order)
        for j in 0..<order {
            for i in part == .upper ? 0...j : j...(order - 1) { result[i, j] = matrix[i, j] }
        }
        if order == 0 { return result }
        let info = LAPACKE_dtrtri_work(
            LAPACK_COL_MAJOR, lapackPart, 78 /* N */, Int32(order), result.storage.base, result.leading)
        try checkStatus("dtrtri", info) { .singular(diagonal: $0 - 1) }
        return result
    }

    /// An estimate of 1 / (‖T‖₁ ‖T⁻¹‖₁): one for the identity, zero for a singular matrix (`dtrcon`).
    public func reciprocalCondition() throws(LinearAlgebraError) -> Double {
        if order == 0 { return 1 }
        var estimate = 0.0
        var work = [Double](repeating: 0, count: 3 * order)
        var integers = [Int32](repeating: 0, count: order)
        let info = LAPACKE_dtrcon_work(
            LAPACK_COL_MAJOR, 49 /* 1 */, lapackPart, 78 /* N */, Int32(order), matrix.storage.base, matrix.leading,
            &estimate, &work, &integers)
        try checkStatus("dtrcon", info)
        return estimate
    }
}
