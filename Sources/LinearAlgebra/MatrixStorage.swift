/// The memory behind a `Matrix`: uninitialized on creation, aligned to a cache line.
///
/// Not `Array`, because a block of results is written by several tasks into disjoint columns and because
/// an array cannot be allocated with an alignment.
///
/// `@unchecked Sendable` rests on the same argument as for the standard collections: `Matrix` writes only
/// while it holds the one reference, and a fresh block is written before it is published.
final class MatrixStorage: @unchecked Sendable {
    let count: Int
    let base: UnsafeMutablePointer<Double>

    /// Room for `count` doubles with undefined contents.
    init(uninitialized count: Int) {
        self.count = count
        let bytes = Swift.max(count, 1) * MemoryLayout<Double>.stride
        let raw = UnsafeMutableRawPointer.allocate(byteCount: bytes, alignment: 64)
        base = raw.bindMemory(to: Double.self, capacity: Swift.max(count, 1))
    }

    /// An independent copy of the same doubles.
    func copy() -> MatrixStorage {
        let other = MatrixStorage(uninitialized: count)
        other.base.initialize(from: base, count: count)
        return other
    }

    deinit {
        UnsafeMutableRawPointer(base).deallocate()
    }
}
