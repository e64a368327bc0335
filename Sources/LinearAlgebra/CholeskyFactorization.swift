import CLAPACKE
import Platform

/// A = U' U of a symmetric positive definite matrix (LAPACK `dpotrf`).
///
/// ```swift
/// let cholesky = try CholeskyFactorization(covariance)
/// let whitened = try cholesky.solve(deviation)
/// ```
///
/// Not for least squares: forming A'A squares the condition number, see ``QRFactorization``.
public struct CholeskyFactorization: Sendable {
    /// The upper factor U; entries below the diagonal are zero.
    public let factor: TriangularMatrix
    private let norm: Double

    /// Factors a symmetric matrix, of which only the upper triangle is read.
    ///
    /// - Throws: `notPositiveDefinite`, `notFinite`, `shapeMismatch` when the matrix is not square.
    public init(_ matrix: consuming Matrix) throws(LinearAlgebraError) {
        guard matrix.rows == matrix.columns else {
            throw .shapeMismatch(
                operation: Bilingual(verbatim: "CholeskyFactorization"), expected: Bilingual("方阵", "a square matrix"),
                found: Bilingual(verbatim: "\(matrix.rows) × \(matrix.columns)"))
        }
        try matrix.requireFinite()
        try matrix.requireAddressable()
        var upper = matrix
        let n = upper.rows
        upper.makeUnique()
        norm = Self.symmetricNorm(upper)
        if n > 0 {
            let info = LAPACKE_dpotrf_work(
                LAPACK_COL_MAJOR, 85 /* U */, Int32(n), upper.storage.base, upper.leading)
            try checkStatus("dpotrf", info) { .notPositiveDefinite(leadingMinor: $0) }
        }
        for j in 0..<n {
            for i in (j + 1)..<Swift.max(n, j + 1) { upper.storage.base[i + j * n] = 0 }
        }
        factor = try TriangularMatrix(.upper, of: upper)
    }

    /// The largest column sum of absolute values, reading the upper triangle only.
    private static func symmetricNorm(_ matrix: borrowing Matrix) -> Double {
        let n = matrix.rows
        var sums = [Double](repeating: 0, count: n)
        for j in 0..<n {
            for i in 0...j {
                let value = abs(matrix.storage.base[i + j * n])
                sums[j] += value
                if i != j { sums[i] += value }
            }
        }
        return sums.max() ?? 0
    }

    /// The number of rows and columns.
    public var order: Int { factor.order }

    /// The solution X of A X = B (`dpotrs`).
    ///
    /// - Parameter right: B, order × any number of columns.
    public func solve(_ right: consuming Matrix) throws(LinearAlgebraError) -> Matrix {
        var solution = right
        guard solution.rows == order else {
            throw .shapeMismatch(
                operation: Bilingual("乔列斯基求解", "Cholesky solve"), expected: Bilingual("\(order) 行", "\(order) rows"),
                found: Bilingual(verbatim: "\(solution.rows)"))
        }
        if order == 0 || solution.columns == 0 { return solution }
        solution.makeUnique()
        let info = LAPACKE_dpotrs_work(
            LAPACK_COL_MAJOR, 85 /* U */, Int32(order), Int32(solution.columns), factor.matrix.storage.base,
            factor.matrix.leading, solution.storage.base, solution.leading)
        try checkStatus("dpotrs", info)
        return solution
    }

    /// The solution x of A x = b (`dpotrs`).
    public func solve(_ right: [Double]) throws(LinearAlgebraError) -> [Double] {
        try solve(Matrix(columns: [right])).elements
    }

    /// The inverse of A, both triangles (`dpotri`).
    public func inverse() throws(LinearAlgebraError) -> Matrix {
        try factor.inverseOfGram()
    }

    /// The natural logarithm of the determinant of A.
    public var logDeterminant: Double {
        (0..<order).reduce(0) { $0 + 2 * naturalLogarithm(factor.matrix[$1, $1]) }
    }

    /// An estimate of the reciprocal condition number of A in the 1-norm (`dpocon`).
    public func reciprocalCondition() throws(LinearAlgebraError) -> Double {
        if order == 0 { return 1 }
        var estimate = 0.0
        var work = [Double](repeating: 0, count: 3 * order)
        var integers = [Int32](repeating: 0, count: order)
        let info = LAPACKE_dpocon_work(
            LAPACK_COL_MAJOR, 85 /* U */, Int32(order), factor.matrix.storage.base, factor.matrix.leading, norm,
            &estimate, &work, &integers)
        try checkStatus("dpocon", info)
        return estimate
    }
}

extension TriangularMatrix {
    /// (U' U)⁻¹ of an upper triangle U, both triangles of the result filled (`dpotri`).
    ///
    /// With R of a QR factorization this is (A'A)⁻¹, without A'A having been formed.
    ///
    /// - Throws: `singular` when a diagonal entry is zero, `shapeMismatch` for a lower triangle.
    public func inverseOfGram() throws(LinearAlgebraError) -> Matrix {
        guard part == .upper else {
            throw .shapeMismatch(
                operation: Bilingual(verbatim: "inverseOfGram"), expected: Bilingual("上三角阵", "an upper triangle"),
                found: Bilingual("下三角阵", "a lower one"))
        }
        var result = matrix
        result.makeUnique()
        let n = order
        if n == 0 { return result }
        let info = LAPACKE_dpotri_work(
            LAPACK_COL_MAJOR, 85 /* U */, Int32(n), result.storage.base, result.leading)
        try checkStatus("dpotri", info) { .singular(diagonal: $0 - 1) }
        for j in 0..<n {
            for i in 0..<j { result.storage.base[j + i * n] = result.storage.base[i + j * n] }
        }
        return result
    }
}
