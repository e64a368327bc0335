import CLAPACKE

/// A = U Σ V' (LAPACK `dgesdd`, divide and conquer), thin: k = min(rows, columns) singular triples.
///
/// ```swift
/// let svd = try SingularValueDecomposition(design)
/// let condition = svd.singularValues[0] / svd.singularValues[design.columns - 1]
/// ```
public struct SingularValueDecomposition: Sendable {
    /// The left singular vectors, rows × k.
    public let u: Matrix
    /// The singular values, falling.
    public let singularValues: [Double]
    /// The right singular vectors, transposed: k × columns.
    public let vTransposed: Matrix

    /// Decomposes the matrix.
    ///
    /// - Throws: `notFinite`, `notConverged`, `tooLarge`.
    public init(_ matrix: consuming Matrix) throws(LinearAlgebraError) {
        try matrix.requireFinite()
        try matrix.requireAddressable()
        var a = matrix
        a.makeUnique()
        let (m, n) = (a.rows, a.columns)
        let k = Swift.min(m, n)
        let left = Matrix(rows: m, columns: k)
        let right = Matrix(rows: k, columns: n)
        var values = [Double](repeating: 0, count: k)
        if k > 0 {
            var integers = [Int32](repeating: 0, count: 8 * k)
            let (source, leading) = (a.storage.base, a.leading)
            let info = try withWorkspace("dgesdd") { work, size in
                LAPACKE_dgesdd_work(
                    LAPACK_COL_MAJOR, 83 /* S */, Int32(m), Int32(n), source, leading, &values, left.storage.base,
                    left.leading, right.storage.base, right.leading, work, size, &integers)
            }
            try checkStatus("dgesdd", info) { _ in .notConverged(routine: "dgesdd") }
        }
        u = left
        singularValues = values
        vTransposed = right
    }

    /// The number of singular values above `tolerance` times the largest.
    ///
    /// - Parameter tolerance: by default max(rows, columns) times the rounding unit 2⁻⁵².
    public func rank(tolerance: Double? = nil) -> Int {
        let floor =
            (tolerance ?? Double(Swift.max(u.rows, vTransposed.columns)) * 0x1p-52) * (singularValues.first ?? 0)
        return singularValues.firstIndex { $0 <= floor } ?? singularValues.count
    }

    /// σ_min / σ_max: one for orthonormal columns, zero for a singular matrix.
    public var reciprocalCondition: Double {
        guard let largest = singularValues.first, let smallest = singularValues.last else { return 1 }
        return largest == 0 ? 0 : smallest / largest
    }
}
