#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A file that is written from start to end under a working name.
struct FileHandleForWriting {
    private let path: String
    private let descriptor: Int32

    /// - Throws: ``LedgerError`` of kind `cannotCreate`.
    init(path: String) throws(LedgerError) {
        self.path = path
        descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        if descriptor < 0 {
            throw LedgerError(
                .cannotCreate, file: path, problem: SystemFailure.text,
                remedy: "check the folder and its permissions")
        }
    }

    /// - Throws: ``LedgerError`` of kind `inputOutput`.
    func write(_ bytes: [UInt8]) throws(LedgerError) {
        var offset = 0
        while offset < bytes.count {
            let count = bytes.withUnsafeBytes { buffer in
                systemWrite(descriptor, buffer.baseAddress.map { $0 + offset }, buffer.count - offset)
            }
            if count < 0 && errno != EINTR {
                throw LedgerError(
                    .inputOutput, file: path, problem: SystemFailure.text,
                    remedy: "check the disk and its free space; nothing was left behind")
            }
            offset += max(0, count)
        }
    }

    func close() {
        systemClose(descriptor)
    }
}

private func systemWrite(_ descriptor: Int32, _ buffer: UnsafeRawPointer?, _ count: Int) -> Int {
    write(descriptor, buffer, count)
}

private func systemClose(_ descriptor: Int32) {
    _ = close(descriptor)
}
