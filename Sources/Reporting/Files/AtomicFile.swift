#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Writes a file so that it is either there as a whole or not at all.
///
/// The bytes go into a temporary file in the same folder, which is synchronized to disk and then renamed over the
/// target; the folder is synchronized last. A program that is killed leaves the old file untouched.
///
/// ```swift
/// try AtomicFile.write(Array(text.utf8), to: "out/forecast.csv")
/// ```
public enum AtomicFile {
    /// Writes bytes to a path, replacing what stands there; a symbolic link is followed, the target's mode is kept.
    ///
    /// What is not a regular file (`/dev/stdout`, a named pipe) is written straight.
    ///
    /// - Throws: ``OutputError``.
    public static func write(_ bytes: [UInt8], to path: String) throws(OutputError) {
        let target = resolved(path)
        var status = stat()
        let exists = stat(target, &status) == 0
        let type = exists ? status.st_mode & S_IFMT : S_IFREG
        if type == S_IFDIR { throw failure(.cannotCreate, path, EISDIR) }
        if type != S_IFREG {
            try writeStraight(bytes, to: target)
            return
        }
        let temporary = TemporaryFile(beside: target)
        do throws(OutputError) {
            try fill(temporary, with: bytes, mode: exists ? status.st_mode & 0o7777 : nil, for: path)
            guard rename(temporary.path, target) == 0 else { throw failure(.cannotCreate, path, errno) }
        } catch {
            unlink(temporary.path)
            throw error
        }
        synchronizeFolder(temporary.folder)
    }

    private static func fill(
        _ temporary: TemporaryFile, with bytes: [UInt8], mode: mode_t?, for path: String
    ) throws(OutputError) {
        let descriptor = try temporary.open(for: path)
        do throws(OutputError) {
            try write(bytes, to: descriptor, path: path)
            if let mode { fchmod(descriptor, mode) }
            guard fsync(descriptor) == 0 else { throw failure(.writeFailed, path, errno) }
        } catch {
            close(descriptor)
            throw error
        }
        // Network file systems report a failed write only here.
        guard close(descriptor) == 0 else { throw failure(.writeFailed, path, errno) }
    }

    /// Lets another writer make a file under a temporary name beside the target, then puts it in the target's place.
    ///
    /// - Parameters:
    ///   - path: the target.
    ///   - body: writes the file at the path it is given; that file exists already and is empty.
    /// - Throws: ``OutputError``; what `body` throws, after the temporary file is removed.
    static func publish(
        _ path: String, _ body: (_ temporary: String) throws(OutputError) -> Void
    ) throws(OutputError) {
        let target = resolved(path)
        var status = stat()
        let exists = stat(target, &status) == 0
        if exists, status.st_mode & S_IFMT == S_IFDIR { throw failure(.cannotCreate, path, EISDIR) }
        let temporary = TemporaryFile(beside: target)
        do throws(OutputError) {
            close(try temporary.open(for: path))
            try body(temporary.path)
            if exists { chmod(temporary.path, status.st_mode & 0o7777) }
            try synchronize(temporary.path, for: path)
            guard rename(temporary.path, target) == 0 else { throw failure(.cannotCreate, path, errno) }
        } catch {
            unlink(temporary.path)
            throw error
        }
        synchronizeFolder(temporary.folder)
    }

    private static func synchronize(_ file: String, for path: String) throws(OutputError) {
        let descriptor = open(file, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure(.writeFailed, path, errno) }
        let result = fsync(descriptor)
        let code = errno
        close(descriptor)
        if result != 0 { throw failure(.writeFailed, path, code) }
    }

    /// Writes a text as UTF-8.
    ///
    /// - Throws: ``OutputError``.
    public static func write(_ text: String, to path: String) throws(OutputError) {
        try write(Array(text.utf8), to: path)
    }

    /// Creates a folder and those above it; one that is there already is left as it is.
    ///
    /// - Throws: ``OutputError`` of kind `cannotCreate`.
    public static func createFolder(_ path: String) throws(OutputError) {
        var status = stat()
        if stat(path, &status) == 0 {
            guard status.st_mode & S_IFMT == S_IFDIR else { throw failure(.cannotCreate, path, ENOTDIR) }
            return
        }
        let parent = TemporaryFile.folder(of: path)
        if parent != path && parent != "." { try createFolder(parent) }
        if mkdir(path, 0o777) != 0 && errno != EEXIST { throw failure(.cannotCreate, path, errno) }
    }

    /// Removes the temporary files that killed runs of this program left in a folder; those of running ones stay.
    ///
    /// - Returns: how many were removed. A folder that is not there, or may not be written to, has none.
    @discardableResult
    public static func removeLeftovers(in folder: String) -> Int {
        let leftovers = FolderListing.names(in: folder).filter { name in
            guard let process = TemporaryFile.process(inName: name), process != getpid() else { return false }
            return kill(process, 0) != 0 && errno == ESRCH
        }
        return leftovers.count { unlink(folder + "/" + $0) == 0 }
    }

    /// The path behind symbolic links, so that renaming replaces the file and not the link.
    static func resolved(_ path: String) -> String {
        guard let real = realpath(path, nil) else { return path }
        defer { free(real) }
        return String(cString: real)
    }

    private static func writeStraight(_ bytes: [UInt8], to path: String) throws(OutputError) {
        let descriptor = open(path, O_WRONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure(.cannotCreate, path, errno) }
        defer { close(descriptor) }
        try write(bytes, to: descriptor, path: path)
    }

    /// Writes all bytes to an open file.
    static func write(_ bytes: [UInt8], to descriptor: Int32, path: String) throws(OutputError) {
        var code: Int32 = 0
        bytes.withUnsafeBytes { buffer in
            var written = 0
            while written < buffer.count {
                let rest = UnsafeRawBufferPointer(rebasing: buffer[written...])
                #if canImport(Darwin)
                    let count = Darwin.write(descriptor, rest.baseAddress, rest.count)
                #elseif canImport(Musl)
                    let count = Musl.write(descriptor, rest.baseAddress, rest.count)
                #else
                    let count = Glibc.write(descriptor, rest.baseAddress, rest.count)
                #endif
                if count > 0 {
                    written += count
                } else if errno != EINTR {
                    code = errno
                    return
                }
            }
        }
        if code != 0 { throw failure(.writeFailed, path, code) }
    }

    /// Makes the renaming itself last through a power failure; a file system that cannot do so is let be.
    static func synchronizeFolder(_ folder: String) {
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        fsync(descriptor)
        close(descriptor)
    }

    /// An error with the system's reason and the remedy that goes with it.
    static func failure(_ kind: OutputError.Kind, _ path: String, _ code: Int32) -> OutputError {
        let remedy =
            switch code {
            case ENOENT: "create the folder first or choose another path"
            case EACCES, EPERM: "choose a folder you may write to"
            case EROFS: "the file system is read-only; choose another folder"
            case ENOSPC, EDQUOT: "free some space and run again; nothing was changed"
            case EISDIR: "a folder has this name; choose another file name"
            case ENOTDIR: "a file stands where a folder is needed; choose another path"
            case ENAMETOOLONG: "choose a shorter name"
            default: "check the disk and run again; nothing was changed"
            }
        return OutputError(kind: kind, path: path, reason: String(cString: strerror(code)), remedy: remedy)
    }
}
