#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// A file or folder that is gone when its use ends.
enum TemporaryFile {
    /// Calls `body` with the path of a file of the given bytes.
    ///
    /// - Throws: ``ReadError`` where nothing can be written, and what `body` throws.
    static func with<Result>(
        _ bytes: [UInt8], file: String, body: (String) throws(ReadError) -> Result
    ) throws(ReadError) -> Result {
        var template = Array((folder + "/juesuan-XXXXXX").utf8CString)
        let descriptor = mkstemp(&template)
        let path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        guard descriptor >= 0 else { throw failure(file) }
        defer { unlink(path) }
        guard write(bytes, closing: descriptor) else { throw failure(file) }
        return try body(path)
    }

    /// Writes a file that must not be there yet.
    ///
    /// - Returns: whether all of it was written.
    static func write(_ bytes: [UInt8], to path: String) -> Bool {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        return descriptor >= 0 && write(bytes, closing: descriptor)
    }

    private static func write(_ bytes: [UInt8], closing descriptor: Int32) -> Bool {
        defer { close(descriptor) }
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes { buffer in
                buffer.baseAddress.map { Glibc.write(descriptor, $0 + written, bytes.count - written) } ?? -1
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return false }
            written += count
        }
        return true
    }

    /// Calls `body` with the path of an empty folder.
    ///
    /// - Throws: ``ReadError`` where none can be made, and what `body` throws.
    static func withFolder<Result>(
        file: String, body: (String) throws(ReadError) -> Result
    ) throws(ReadError) -> Result {
        var template = Array((folder + "/juesuan-XXXXXX").utf8CString)
        guard mkdtemp(&template) != nil else { throw failure(file) }
        let path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        defer { remove(path) }
        return try body(path)
    }

    private static var folder: String { getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp" }

    private static func failure(_ file: String) -> ReadError {
        ReadError(
            .inputOutput, file: file, problem: "no temporary file can be written in \(folder)",
            remedy: "make room there, or set TMPDIR")
    }

    /// Removes a folder with all it holds; links are removed, not followed.
    private static func remove(_ path: String) {
        guard let stream = opendir(path) else { return }
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            guard name != ".", name != ".." else { continue }
            let child = path + "/" + name
            if entry.pointee.d_type == UInt8(DT_DIR) { remove(child) } else { unlink(child) }
        }
        closedir(stream)
        rmdir(path)
    }
}
