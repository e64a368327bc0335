#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Reads whole files, with every failure named.
enum FileBytes {
    /// The bytes of a file.
    ///
    /// - Throws: ``ReadError`` for a file that is not there, is no regular file, may not be read, is empty or
    ///   is larger than the limit.
    static func read(_ path: String, limit: Int) throws(ReadError) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw openFailure(path) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else {
            throw ReadError(.inputOutput, file: path, problem: "cannot be examined", remedy: "check the disk")
        }
        guard status.st_mode & S_IFMT == S_IFREG else {
            let isDirectory = status.st_mode & S_IFMT == S_IFDIR
            throw ReadError(
                .noInput, file: path, problem: isDirectory ? "is a directory" : "is no regular file",
                expected: "a document", remedy: "name a file, or a folder where folders are taken")
        }
        let size = Int(status.st_size)
        guard size > 0 else {
            throw ReadError(
                .data, file: path, problem: "the file is empty", expected: "a document", remedy: "fetch it again")
        }
        guard size <= limit else { throw tooLarge(path, size: size, limit: limit) }
        return try read(descriptor, size: size, path: path)
    }

    static func tooLarge(_ path: String, size: Int, limit: Int) -> ReadError {
        ReadError(
            .data, file: path, problem: "the file has \(size >> 20) MB", expected: "at most \(limit >> 20) MB",
            remedy: "a disclosure is never that large; split it or check what it is")
    }

    private static func read(_ descriptor: Int32, size: Int, path: String) throws(ReadError) -> [UInt8] {
        var failed = false
        let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            while count < size, let base = buffer.baseAddress {
                let got = Glibc.read(descriptor, base + count, size - count)
                if got < 0 {
                    if errno == EINTR { continue }
                    failed = true
                    return
                }
                if got == 0 { return }
                count += got
            }
        }
        guard !failed else {
            throw ReadError(
                .inputOutput, file: path, problem: "reading failed half way", remedy: "check the disk and try again")
        }
        return bytes
    }

    private static func openFailure(_ path: String) -> ReadError {
        switch errno {
        case ENOENT, ENOTDIR:
            ReadError(.noInput, file: path, problem: "there is no such file", remedy: "check the name")
        case EACCES, EPERM:
            ReadError(.noInput, file: path, problem: "permission denied", remedy: "check who may read it")
        default:
            ReadError(.inputOutput, file: path, problem: String(cString: strerror(errno)), remedy: "check the disk")
        }
    }
}
