import Glibc

/// Writes a file piece by piece so that it is either there as a whole or not at all.
///
/// The pieces go into a temporary file beside the target, which ``finish()`` synchronizes to the disk and puts in the
/// target's place; the folder is synchronized last. A program that is killed leaves the old file untouched. Nothing is
/// held in memory. Whoever opens a stream ends it with ``finish()`` or ``discard()``.
///
/// A file that is not as this program wrote it is not replaced (``WrittenFiles``).
///
/// A symbolic link is followed and the target's mode is kept. What is no regular file (`/dev/stdout`, a named pipe) is
/// written straight.
///
/// ```swift
/// let stream = try AtomicFileStream(to: "figures.json")
/// for page in pages { try stream.write(page) }
/// try stream.finish()
/// ```
package struct AtomicFileStream: Sendable {
    private let path: String
    private let target: String
    /// `nil` where the target is no regular file and is written straight.
    let temporary: WorkingName?
    private let descriptor: Int32
    private let mode: mode_t?
    /// Tells other processes that the temporary file is being written.
    private let claim: FileClaim?

    /// Opens the temporary file; the target is left as it is.
    ///
    /// - Throws: ``OutputError``.
    package init(to path: String) throws(OutputError) {
        self.path = path
        target = Self.resolved(path)
        var status = stat()
        let exists = stat(target, &status) == 0
        mode = exists ? status.st_mode & 0o7777 : nil
        switch exists ? FileEntry(status) : .nothing {
        case .folder: throw OutputError(.cannotCreate, path, code: EISDIR)
        case .other:
            temporary = nil
            descriptor = open(target, O_WRONLY | O_CLOEXEC)
            claim = nil
        case .file, .nothing:
            try WrittenFiles.checkReplacing(target)
            let name = WorkingName(beside: target)
            temporary = name
            Interruption.keep(temporary: name.path)
            descriptor = open(name.path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
            claim = descriptor >= 0 ? FileClaim(on: name.path) : nil
        }
        guard descriptor >= 0 else {
            let code = errno
            if let temporary { Interruption.forget(temporary: temporary.path) }
            throw OutputError(.cannotCreate, path, code: code)
        }
    }

    /// Adds bytes.
    ///
    /// - Throws: ``OutputError``; the stream is then to be discarded.
    package func write(_ bytes: [UInt8]) throws(OutputError) {
        let code = bytes.withUnsafeBytes { Descriptor.write($0, to: descriptor) }
        if code != 0 { throw OutputError(.inputOutput, path, code: code) }
    }

    /// Adds a text as UTF-8.
    ///
    /// - Throws: ``OutputError``; the stream is then to be discarded.
    package func write(_ text: String) throws(OutputError) { try write(Array(text.utf8)) }

    /// Puts what was written in the target's place and ends the stream.
    ///
    /// - Throws: ``OutputError``; the target is then as it was.
    package func finish() throws(OutputError) {
        guard let temporary else {
            guard close(descriptor) == 0 else { throw OutputError(.inputOutput, path, code: errno) }
            return
        }
        defer {
            claim?.release()
            Interruption.forget(temporary: temporary.path)
        }
        if let mode { fchmod(descriptor, mode) }
        let unsynchronized = fsync(descriptor) == 0 ? 0 : errno
        // Network file systems report a failed write only here.
        let unclosed = close(descriptor) == 0 ? 0 : errno
        guard unsynchronized == 0, unclosed == 0 else {
            unlink(temporary.path)
            throw OutputError(.inputOutput, path, code: unsynchronized == 0 ? unclosed : unsynchronized)
        }
        WrittenFiles.note(try digest(of: temporary), at: target)
        guard rename(temporary.path, target) == 0 else {
            let code = errno
            unlink(temporary.path)
            throw OutputError(.cannotCreate, path, code: code)
        }
        Folder.synchronize(temporary.folder)
    }

    private func digest(of temporary: WorkingName) throws(OutputError) -> ContentHash {
        do {
            return try ContentHash(ofFileAt: temporary.path)
        } catch {
            unlink(temporary.path)
            throw OutputError(kind: .inputOutput, path: path, reason: error.problem, remedy: error.remedy)
        }
    }

    /// Ends the stream and leaves the target as it was.
    package func discard() {
        close(descriptor)
        guard let temporary else { return }
        unlink(temporary.path)
        claim?.release()
        Interruption.forget(temporary: temporary.path)
    }

    /// The path behind symbolic links, so that renaming replaces the file and not the link.
    private static func resolved(_ path: String) -> String {
        guard let real = realpath(path, nil) else { return path }
        defer { free(real) }
        return String(cString: real)
    }
}
