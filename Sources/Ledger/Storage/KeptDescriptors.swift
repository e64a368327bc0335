import Glibc
import Platform
import Synchronization

/// Reads the beginning of files that SQLite may have open in this process as well, and keeps them open until the process ends.
///
/// POSIX takes away all locks a process holds on a file as soon as the process closes any descriptor of that file. SQLite's are
/// such locks: without them another process that closes the ledger believes to be the last one, and removes the log that this
/// process goes on writing to; what is acknowledged then is lost. The state is the process's because the locks are.
enum KeptDescriptors {
    /// By what tells files apart: a file that is kept open keeps its number.
    private static let kept = Mutex<[[UInt64]: Int32]>([:])

    /// So many bytes of a file, or as many as it has.
    ///
    /// - Throws: `ReadError` for a file that is not there or may not be read.
    static func beginning(of path: String, bytes count: Int) throws(ReadError) -> [UInt8] {
        let found = kept.withLock { kept -> [UInt8]? in
            guard let identity = FileEntry.identity(of: path) else { return nil }
            let descriptor = kept[identity] ?? open(path, O_RDONLY | O_CLOEXEC)
            guard descriptor >= 0 else { return nil }
            kept[identity] = descriptor
            var buffer = [UInt8](repeating: 0, count: count)
            let got = pread(descriptor, &buffer, count, 0)
            return got < 0 ? nil : Array(buffer.prefix(got))
        }
        if let found { return found }
        // Whoever cannot open it has no locks to lose, and is told why.
        return try OpenedFile(path).read(upTo: count)
    }
}
