import CLAPACKE
import Platform

/// The compact form of a QR factorization: R on and above the diagonal, below it the Householder vectors
/// whose product is Q (LAPACK `dgeqrf`, `dgeqp3`).
struct HouseholderFactors: Sendable {
    let compact: Matrix
    let scalars: [Double]

    /// min(rows, columns): the number of reflectors and of rows of R.
    var order: Int { scalars.count }

    /// R, `order` × columns, zero below the diagonal.
    func upperTriangle() -> Matrix {
        let k = order
        let m = compact.rows
        let result = Matrix(rows: k, columns: compact.columns)
        for j in 0..<compact.columns {
            let length = Swift.min(j + 1, k)
            (result.storage.base + j * k).update(from: compact.storage.base + j * m, count: length)
        }
        return result
    }

    /// The first `columns` columns of Q (`dorgqr`), rows × columns.
    func orthonormalColumns(_ columns: Int) throws(LinearAlgebraError) -> Matrix {
        precondition(columns <= order, "Q has only \(order) columns")
        let m = compact.rows
        let result = Matrix(uninitializedRows: m, columns: columns)
        if columns == 0 { return result }
        result.storage.base.initialize(from: compact.storage.base, count: m * columns)
        let info = try withWorkspace("dorgqr") { work, size in
            LAPACKE_dorgqr_work(
                LAPACK_COL_MAJOR, Int32(m), Int32(columns), Int32(columns), result.storage.base, result.leading,
                scalars, work, size)
        }
        try checkStatus("dorgqr", info)
        return result
    }

    /// Replaces the block by Q or Q' times the block (`dormqr`).
    func apply(transposed: Bool, to block: inout Matrix) throws(LinearAlgebraError) {
        guard block.rows == compact.rows else {
            throw .shapeMismatch(
                operation: Bilingual("与正交因子相乘", "product with Q"),
                expected: Bilingual("\(compact.rows) 行", "\(compact.rows) rows"),
                found: Bilingual(verbatim: "\(block.rows)"))
        }
        if order == 0 || block.columns == 0 { return }
        block.makeUnique()
        let target = block.storage.base
        let (columns, leading) = (Int32(block.columns), block.leading)
        let info = try withWorkspace("dormqr") { work, size in
            LAPACKE_dormqr_work(
                LAPACK_COL_MAJOR, 76 /* L */, transposed ? 84 /* T */ : 78 /* N */, Int32(compact.rows), columns,
                Int32(order), compact.storage.base, compact.leading, scalars, target, leading, work, size)
        }
        try checkStatus("dormqr", info)
    }
}
