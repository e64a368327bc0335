/// Runs a LAPACK routine with the workspace it asks for.
///
/// The `_work` entry points are called rather than LAPACKE's outer ones: those search the whole matrix for
/// NaN on every call, which the caller has done already, and faster.
///
/// - Parameter call: runs the routine with `(work, lwork)` and returns its `info`; called first with `lwork`
///   of -1 (the query) and then with the size found.
func withWorkspace(
    _ routine: String,
    _ call: (UnsafeMutablePointer<Double>, Int32) -> Int32
) throws(LinearAlgebraError) -> Int32 {
    var optimal = 0.0
    let query = call(&optimal, -1)
    if query != 0 { return query }
    guard optimal <= Double(Int32.max) else { throw .outOfMemory(routine: routine) }
    let size = Swift.max(Int(optimal), 1)
    let work = UnsafeMutablePointer<Double>.allocate(capacity: size)
    defer { work.deallocate() }
    return call(work, Int32(size))
}
