#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The few file operations that atomic writing needs, each failing with a place and a remedy.
enum FileSystem {
    /// What stands at a path.
    enum Entry {
        case nothing, file, directory, other
    }

    static func entry(at path: String) -> Entry {
        var status = stat()
        guard stat(path, &status) == 0 else { return .nothing }
        switch status.st_mode & S_IFMT {
        case S_IFREG: return .file
        case S_IFDIR: return .directory
        default: return .other
        }
    }

    /// The folder a path stands in; `.` for a bare name.
    static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    /// A name beside `path` for what becomes `path` when it is whole.
    static func temporaryPath(beside path: String) -> String {
        path + ".part-" + String(UInt32.random(in: .min ... .max), radix: 16)
    }

    /// Puts everything written to a file or a folder's list of names on the disk.
    static func synchronize(_ path: String) throws(LedgerError) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure(.inputOutput, path) }
        defer { close(descriptor) }
        // Some file systems refuse to synchronize a folder; its entry is then as safe as they make it.
        if fsync(descriptor) != 0 && errno != EINVAL { throw failure(.inputOutput, path) }
    }

    /// Gives a finished file its name, replacing what has it.
    static func replace(_ path: String, with finished: String) throws(LedgerError) {
        if case .file = entry(at: path + "-wal") { throw leftoverLog(of: path) }
        try synchronize(finished)
        guard rename(finished, path) == 0 else { throw failure(.cannotCreate, path) }
        try synchronize(folder(of: path))
    }

    /// Gives a finished file its name unless the name is taken.
    ///
    /// - Returns: whether the name was free. The file under its working name is gone either way.
    static func publish(_ finished: String, as path: String) throws(LedgerError) -> Bool {
        guard try isFree(path) else {
            remove(finished)
            return false
        }
        try synchronize(finished)
        if link(finished, path) == 0 {
            remove(finished)
        } else if errno == EEXIST {
            remove(finished)
            return false
        } else if rename(finished, path) != 0 {
            throw failure(.cannotCreate, path)
        }
        try synchronize(folder(of: path))
        return true
    }

    /// Whether no file has the name.
    ///
    /// A log left of an earlier ledger is an error: SQLite would play it back into the new file.
    private static func isFree(_ path: String) throws(LedgerError) -> Bool {
        guard case .nothing = entry(at: path) else { return false }
        guard case .file = entry(at: path + "-wal") else { return true }
        // Another process may have made the ledger, and with it the log, since the first look.
        guard case .nothing = entry(at: path) else { return false }
        throw leftoverLog(of: path)
    }

    private static func leftoverLog(of path: String) -> LedgerError {
        LedgerError(
            .cannotCreate, file: path,
            problem: "\(path)-wal belongs to an earlier ledger of that name or to one in use",
            remedy: "stop what uses it, or move \(path)-wal and \(path)-shm away")
    }

    /// Removes a file if it is there.
    static func remove(_ path: String) {
        unlink(path)
    }

    private static func failure(_ kind: LedgerError.Kind, _ path: String) -> LedgerError {
        LedgerError(
            kind, file: path, problem: SystemFailure.text, remedy: "check the folder, its permissions and free space")
    }
}
