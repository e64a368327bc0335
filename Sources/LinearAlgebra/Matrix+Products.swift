import CLAPACKE
import Platform

extension Matrix {
    /// The matrix product (BLAS `dgemm`).
    ///
    /// - Throws: `shapeMismatch` when `left.columns != right.rows`.
    public static func * (left: Matrix, right: Matrix) throws(LinearAlgebraError) -> Matrix {
        try multiply(left, right)
    }

    /// The matrix times a vector (BLAS `dgemv`).
    ///
    /// - Throws: `shapeMismatch` when `matrix.columns != vector.count`.
    public static func * (matrix: Matrix, vector: [Double]) throws(LinearAlgebraError) -> [Double] {
        try matrix.times(vector, transposed: false)
    }

    /// The product of two matrices, either taken transposed without forming the transpose (BLAS `dgemm`).
    ///
    /// ```swift
    /// let moments = try Matrix.multiply(design, responses, transposingLeft: true)   // p × m
    /// ```
    ///
    /// - Throws: `shapeMismatch` when the inner dimensions differ.
    package static func multiply(
        _ left: Matrix, _ right: Matrix, transposingLeft: Bool = false, transposingRight: Bool = false
    ) throws(LinearAlgebraError) -> Matrix {
        let (m, k) = transposingLeft ? (left.columns, left.rows) : (left.rows, left.columns)
        let (inner, n) = transposingRight ? (right.columns, right.rows) : (right.rows, right.columns)
        guard k == inner else {
            throw .shapeMismatch(
                operation: Bilingual("矩阵乘法", "matrix product"),
                expected: Bilingual("内维数为 \(k)", "inner dimension \(k)"), found: Bilingual(verbatim: "\(inner)"))
        }
        if m == 0 || n == 0 || k == 0 { return Matrix(rows: m, columns: n) }
        try left.requireAddressable()
        try right.requireAddressable()
        let result = Matrix(uninitializedRows: m, columns: n)
        try result.requireAddressable()
        cblas_dgemm(
            CblasColMajor, transposingLeft ? CblasTrans : CblasNoTrans, transposingRight ? CblasTrans : CblasNoTrans,
            Int32(m), Int32(n), Int32(k), 1, left.storage.base, left.leading, right.storage.base, right.leading,
            0, result.storage.base, result.leading)
        return result
    }

    /// The matrix, or its transpose, times a vector (BLAS `dgemv`).
    ///
    /// - Throws: `shapeMismatch` when the vector's length does not fit.
    package func times(_ vector: [Double], transposed: Bool) throws(LinearAlgebraError) -> [Double] {
        let (length, inner) = transposed ? (columns, rows) : (rows, columns)
        guard vector.count == inner else {
            throw .shapeMismatch(
                operation: Bilingual("矩阵乘向量", "matrix times vector"),
                expected: Bilingual("\(inner) 个元素", "\(inner) entries"), found: Bilingual(verbatim: "\(vector.count)"))
        }
        try requireAddressable()
        if length == 0 || inner == 0 { return [Double](repeating: 0, count: length) }
        return [Double](unsafeUninitializedCapacity: length) { buffer, initialized in
            guard let target = buffer.baseAddress else { return }
            target.initialize(repeating: 0, count: length)
            cblas_dgemv(
                CblasColMajor, transposed ? CblasTrans : CblasNoTrans, Int32(rows), Int32(columns), 1,
                storage.base, leading, vector, 1, 0, target, 1)
            initialized = length
        }
    }

    /// `self' * self`, both triangles (BLAS `dsyrk`).
    public func gram() throws(LinearAlgebraError) -> Matrix {
        try requireAddressable()
        let result = Matrix(rows: columns, columns: columns)
        if rows == 0 || columns == 0 { return result }
        cblas_dsyrk(
            CblasColMajor, CblasUpper, CblasTrans, Int32(columns), Int32(rows), 1, storage.base, leading,
            0, result.storage.base, result.leading)
        for j in 0..<columns {
            for i in 0..<j { result.storage.base[j + i * columns] = result.storage.base[i + j * columns] }
        }
        return result
    }

    /// The leading dimension as BLAS wants it: at least one even of an empty matrix.
    var leading: Int32 { Int32(Swift.max(rows, 1)) }

    /// LAPACK's indices are 32 bits wide here.
    func requireAddressable() throws(LinearAlgebraError) {
        guard rows <= Int(Int32.max), columns <= Int(Int32.max) else {
            throw .tooLarge(rows: rows, columns: columns)
        }
    }
}
