#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A file opened for reading from start to end.
struct FileHandleForReading {
    private let path: String
    private let descriptor: Int32

    init(path: String) throws(LedgerError) {
        self.path = path
        descriptor = open(path, O_RDONLY | O_CLOEXEC)
        if descriptor < 0 {
            throw LedgerError(
                .noInput, file: path, problem: SystemFailure.text,
                remedy: "check the path and its permissions")
        }
    }

    /// The next bytes; `nil` at the end.
    func read(upTo count: Int) throws(LedgerError) -> [UInt8]? {
        var failed = false
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
            var got = systemRead(descriptor, buffer.baseAddress, count)
            while got < 0 && errno == EINTR { got = systemRead(descriptor, buffer.baseAddress, count) }
            failed = got < 0
            initialized = max(0, got)
        }
        if failed {
            throw LedgerError(
                .noInput, file: path, problem: SystemFailure.text, remedy: "name a readable file")
        }
        return bytes.isEmpty ? nil : bytes
    }

    func close() {
        systemClose(descriptor)
    }
}

private func systemRead(_ descriptor: Int32, _ buffer: UnsafeMutableRawPointer?, _ count: Int) -> Int {
    read(descriptor, buffer, count)
}

private func systemClose(_ descriptor: Int32) {
    _ = close(descriptor)
}

/// What the system says about the call that failed last.
enum SystemFailure {
    static var text: String {
        String(cString: strerror(errno)).lowercased()
    }
}
