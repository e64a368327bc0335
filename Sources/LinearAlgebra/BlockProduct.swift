import CLAPACKE

/// C = α A B + β C on column-major blocks in place (BLAS `dgemm`), for kernels that walk a large matrix in pieces that
/// fit the cache.
///
/// - Parameters:
///   - shape: rows of C, columns of C, inner dimension; each within 32 bits, as the blocks are small.
///   - a: rows × inner, columns `lda` apart.
///   - b: inner × columns, columns `ldb` apart.
///   - c: rows × columns, columns `ldc` apart.
package func multiplyBlock(
    _ shape: (rows: Int, columns: Int, inner: Int), alpha: Double, a: UnsafePointer<Double>, lda: Int,
    b: UnsafePointer<Double>, ldb: Int, beta: Double, c: UnsafeMutablePointer<Double>, ldc: Int
) {
    cblas_dgemm(
        CblasColMajor, CblasNoTrans, CblasNoTrans, Int32(shape.rows), Int32(shape.columns), Int32(shape.inner), alpha,
        a, Int32(lda), b, Int32(ldb), beta, c, Int32(ldc))
}
