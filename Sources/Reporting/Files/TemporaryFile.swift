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
        path = prefix + "\(Self.mark)\(getpid())-\(UInt32.random(in: .min ... .max))\(Self.ending)"
    }

    private static let mark = ".juesuan-"
    private static let ending = ".tmp"

    /// The process that made a temporary file; `nil` for the name of any other file.
    static func process(inName name: String) -> pid_t? {
        guard name.hasPrefix(mark), name.hasSuffix(ending) else { return nil }
        let parts = name.dropFirst(mark.count).dropLast(ending.count).split(separator: "-")
        guard parts.count == 2, UInt32(parts[1]) != nil else { return nil }
        return pid_t(parts[0])
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
