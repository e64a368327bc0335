#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Writes a file piece by piece so that it is either there as a whole or not at all.
///
/// The pieces go into a temporary file beside the target; ``finish()`` puts it in the target's place. Nothing is held
/// in memory. Whoever opens a stream ends it with ``finish()`` or ``discard()``.
///
/// ```swift
/// let stream = try AtomicFileStream(to: "figures.json")
/// for page in pages { try stream.write(page) }
/// try stream.finish()
/// ```
public struct AtomicFileStream: Sendable {
    private let path: String
    private let target: String
    /// `nil` where the target is no regular file and is written straight.
    private let temporary: TemporaryFile?
    private let descriptor: Int32
    private let mode: mode_t?

    /// Opens the temporary file; the target is left as it is.
    ///
    /// - Throws: ``OutputError``.
    public init(to path: String) throws(OutputError) {
        self.path = path
        target = AtomicFile.resolved(path)
        var status = stat()
        let exists = stat(target, &status) == 0
        let type = exists ? status.st_mode & S_IFMT : S_IFREG
        if type == S_IFDIR { throw AtomicFile.failure(.cannotCreate, path, EISDIR) }
        mode = exists ? status.st_mode & 0o7777 : nil
        guard type == S_IFREG else {
            temporary = nil
            descriptor = open(target, O_WRONLY | O_CLOEXEC)
            guard descriptor >= 0 else { throw AtomicFile.failure(.cannotCreate, path, errno) }
            return
        }
        let temporary = TemporaryFile(beside: target)
        descriptor = try temporary.open(for: path)
        self.temporary = temporary
    }

    /// Adds a text as UTF-8.
    ///
    /// - Throws: ``OutputError``; the stream is then to be discarded.
    public func write(_ text: String) throws(OutputError) {
        try AtomicFile.write(Array(text.utf8), to: descriptor, path: path)
    }

    /// Puts what was written in the target's place and ends the stream.
    ///
    /// - Throws: ``OutputError``; the target is then as it was.
    public func finish() throws(OutputError) {
        guard let temporary else {
            guard close(descriptor) == 0 else { throw AtomicFile.failure(.writeFailed, path, errno) }
            return
        }
        if let mode { fchmod(descriptor, mode) }
        let synchronized = fsync(descriptor) == 0
        let code = errno
        // Network file systems report a failed write only here.
        guard close(descriptor) == 0, synchronized else {
            let reason = synchronized ? errno : code
            unlink(temporary.path)
            throw AtomicFile.failure(.writeFailed, path, reason)
        }
        guard rename(temporary.path, target) == 0 else {
            let reason = errno
            unlink(temporary.path)
            throw AtomicFile.failure(.cannotCreate, path, reason)
        }
        AtomicFile.synchronizeFolder(temporary.folder)
    }

    /// Ends the stream and leaves the target as it was.
    public func discard() {
        close(descriptor)
        if let temporary { unlink(temporary.path) }
    }
}
