import Glibc

/// A file opened once for reading: its kind and size are those of what was opened, whatever happens to the name meanwhile.
package struct OpenedFile: ~Copyable {
    /// The path it was opened under, as it was given.
    package let path: String
    /// The bytes it has; of a stream it is not known how many will come.
    package let size: Int?
    private let descriptor: Int32

    /// Opens a file.
    ///
    /// - Parameter takesStreams: whether a pipe or a device is read as well, to its end.
    /// - Throws: ``ReadError`` for a file that is not there, may not be read or is no regular file.
    package init(_ path: String, takesStreams: Bool = false) throws(ReadError) {
        // Opening a pipe nobody writes to would wait for ever; one that has a writer is waited for all the same.
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw Self.openFailure(path) }
        var status = stat()
        let isKnown = fstat(descriptor, &status) == 0
        switch FileEntry(status) {
        case .file(let size) where isKnown: self.size = size
        case .other where isKnown && takesStreams: size = nil
        case let entry:
            close(descriptor)
            throw isKnown
                ? ReadError(
                    .noInput, file: path,
                    problem: entry == .folder
                        ? Bilingual("这是一个文件夹", "is a directory") : Bilingual("不是普通文件", "is no regular file"),
                    expected: Bilingual("一个文件", "a document"),
                    remedy: Bilingual("请给出文件名，允许时也可给出文件夹", "name a file, or a folder where folders are taken"))
                : ReadError(
                    .inputOutput, file: path, problem: Bilingual("无法查看文件状态", "cannot be examined"),
                    remedy: Bilingual("请检查磁盘", "check the disk"))
        }
        if size == nil { _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) & ~O_NONBLOCK) }
        self.path = path
        self.descriptor = descriptor
    }

    deinit { close(descriptor) }

    /// The next bytes: fewer than asked for at the end only, none behind it.
    ///
    /// - Throws: ``ReadError`` of kind `inputOutput`.
    package borrowing func read(upTo count: Int) throws(ReadError) -> [UInt8] {
        var failed = false
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            while filled < count, let base = buffer.baseAddress {
                let got = Glibc.read(descriptor, base + filled, count - filled)
                if got < 0, errno == EINTR { continue }
                failed = got < 0
                if got <= 0 { return }
                filled += got
            }
        }
        guard !failed else {
            throw ReadError(
                .inputOutput, file: path, problem: Bilingual("读取中途失败", "reading failed half way"),
                remedy: Bilingual("请检查磁盘后重试", "check the disk and try again"))
        }
        return bytes
    }

    /// Calls `body` with one piece of the file after the other.
    ///
    /// - Throws: ``ReadError`` of kind `inputOutput`.
    package borrowing func forEachPiece(of count: Int = 1 << 18, _ body: ([UInt8]) -> Void) throws(ReadError) {
        while case let piece = try read(upTo: count), !piece.isEmpty { body(piece) }
    }

    private static func openFailure(_ path: String) -> ReadError {
        switch errno {
        case ENOENT, ENOTDIR:
            ReadError(
                .noInput, file: path, problem: Bilingual("没有该文件", "there is no such file"),
                remedy: Bilingual("请核对文件名", "check the name"))
        case EACCES, EPERM:
            ReadError(
                .noInput, file: path, problem: Bilingual("没有读取权限", "permission denied"),
                remedy: Bilingual("请检查文件的读取权限", "check who may read it"))
        case let code:
            ReadError(
                .inputOutput, file: path, problem: SystemReason.words(code),
                remedy: Bilingual("请检查磁盘", "check the disk"))
        }
    }
}
