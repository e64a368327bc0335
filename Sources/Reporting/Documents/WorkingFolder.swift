#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A folder of its own for programs that need files, removed with everything in it when it goes out of use.
struct WorkingFolder: ~Copyable {
    /// The folder's path.
    let path: String

    /// Makes a folder below `TMPDIR`, else `/tmp`.
    ///
    /// - Throws: ``OutputError``.
    init() throws(OutputError) {
        let base = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        let pattern = base + "/juesuan-XXXXXX"
        var template = Array(pattern.utf8CString)
        let made = template.withUnsafeMutableBufferPointer { buffer -> String? in
            guard let start = buffer.baseAddress, let name = mkdtemp(start) else { return nil }
            return String(cString: name)
        }
        guard let made else { throw AtomicFile.failure(.cannotCreate, pattern, errno) }
        path = made
    }

    deinit { Self.removeTree(path) }

    /// Removes a folder and all below it; links are removed and not followed.
    private static func removeTree(_ path: String) {
        var status = stat()
        guard lstat(path, &status) == 0 else { return }
        guard status.st_mode & S_IFMT == S_IFDIR else {
            unlink(path)
            return
        }
        for name in FolderListing.names(in: path) { removeTree(path + "/" + name) }
        rmdir(path)
    }

    /// The bytes of a file in the folder; `nil` where it is not there.
    func read(_ name: String) -> [UInt8]? {
        guard let file = fopen(path + "/" + name, "rb") else { return nil }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = fread(&chunk, 1, chunk.count, file)
            if count == 0 { return ferror(file) == 0 ? bytes : nil }
            bytes += chunk[..<count]
        }
    }
}
