#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A hidden file beside a target, that becomes the target by renaming.
///
/// Its name is made from the target's name and the process, so that a second process never writes into it.
struct TemporaryFile {
    /// The folder of the target.
    let folder: String
    /// The path of the temporary file.
    let path: String

    /// Names a temporary file for a target.
    init(beside target: String) {
        folder = Self.folder(of: target)
        let prefix = folder == "/" ? "/" : folder + "/"
        path = prefix + ".juesuan-\(getpid())-\(UInt32.random(in: .min ... .max)).tmp"
    }

    /// The folder a path stands in: `.` for a bare name.
    static func folder(of path: String) -> String {
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    /// Creates the file for writing.
    ///
    /// - Parameter target: the path an error names.
    func open(for target: String) throws(OutputError) -> Int32 {
        #if canImport(Darwin)
            let descriptor = Darwin.open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        #elseif canImport(Musl)
            let descriptor = Musl.open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        #else
            let descriptor = Glibc.open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        #endif
        guard descriptor >= 0 else { throw AtomicFile.failure(.cannotCreate, target, errno) }
        return descriptor
    }
}
