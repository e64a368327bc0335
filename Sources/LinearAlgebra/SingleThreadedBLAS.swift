import CBLASThreads

/// Holds OpenBLAS on one thread while this project's own tasks share the cores.
///
/// Debian's OpenBLAS is the pthread build: it keeps one pool of threads for the whole process, and a product
/// that decides to use the pool locks it. Tasks that call BLAS side by side would therefore wait for one
/// another inside every larger product, or put cores² threads on the cores, and be slower than one task
/// alone. So whoever splits work over cores calls BLAS single-threaded in each task; outside such regions one
/// large factorization may use all cores.
///
/// ```swift
/// await SingleThreadedBLAS.run {
///     await withTaskGroup { group in
///         for block in blocks { group.addTask { fit(block) } }
///     }
/// }
/// ```
///
/// The setting belongs to the process (OpenBLAS 0.3 has none per thread). Regions may nest and overlap: the
/// first sets one thread, the last restores what was configured (`OPENBLAS_NUM_THREADS` or the number of
/// cores), which is counted in C beside the setting itself.
public enum SingleThreadedBLAS {
    /// Runs `body` with OpenBLAS on one thread.
    public static func run<R, E: Error>(_ body: () throws(E) -> R) throws(E) -> R {
        cblasthreads_begin_single()
        defer { cblasthreads_end_single() }
        return try body()
    }

    /// Runs `body` and the tasks it awaits with OpenBLAS on one thread.
    public static func run<R: Sendable, E: Error>(
        isolation: isolated (any Actor)? = #isolation, _ body: () async throws(E) -> R
    ) async throws(E) -> R {
        cblasthreads_begin_single()
        defer { cblasthreads_end_single() }
        return try await body()
    }

    /// The number of threads OpenBLAS uses now, and how many regions are open in the process.
    public static var state: (threads: Int, openRegions: Int) {
        var regions: Int32 = 0
        let threads = cblasthreads_current(&regions)
        return (Int(threads), Int(regions))
    }
}
