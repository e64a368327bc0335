import Glibc

/// The one loop that writes all of some bytes to an open file.
enum Descriptor {
    /// Writes all bytes.
    ///
    /// - Returns: 0, or the system's number of what went wrong.
    static func write(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Int32 {
        var rest = bytes
        while !rest.isEmpty {
            let count = Glibc.write(descriptor, rest.baseAddress, rest.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return errno }
            rest = UnsafeRawBufferPointer(rebasing: rest[count...])
        }
        return 0
    }
}
