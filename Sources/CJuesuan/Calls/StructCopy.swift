/// A struct of the caller's, who may have been compiled against an earlier or later header: members it does not have keep
/// what `initial` says, those this library does not know are passed over.
///
/// - Parameter name: the argument's, for the error.
/// - Throws: ``CallError``.
func copied<T>(_ pointer: UnsafePointer<T>?, into initial: T, least: Int, name: String) throws -> T {
    guard let pointer else { throw CallError.missing(name) }
    // Every struct begins with its size.
    let size = UnsafeRawPointer(pointer).loadUnaligned(as: Int.self)
    guard size >= least, size < 1 << 16 else {
        throw CallError(name, "its member size is \(size)", remedy: "set it to the size of the struct")
    }
    var copy = initial
    withUnsafeMutableBytes(of: &copy) {
        $0.copyMemory(from: UnsafeRawBufferPointer(start: pointer, count: min(size, MemoryLayout<T>.size)))
    }
    return copy
}
