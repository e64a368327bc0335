/// A whole file as it was read: whoever reads it and whoever hashes it have the same bytes.
package struct SourceFile: Hashable, Sendable {
    /// The path as it was given.
    package let path: String
    /// The content.
    package let bytes: [UInt8]

    /// Takes bytes that are in memory already.
    package init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }

    /// Reads a document.
    ///
    /// - Parameter limit: the bytes it may have.
    /// - Throws: ``ReadError`` for a file that is not there, is no regular file, may not be read, is empty or
    ///   is larger than the limit.
    package init(reading path: String, limit: Int = .max) throws(ReadError) {
        let file = try OpenedFile(path)
        let size = file.size ?? 0
        guard size > 0 else {
            throw ReadError(
                .data, file: path, problem: Bilingual("文件是空的", "the file is empty"),
                expected: Bilingual("一个文件", "a document"), remedy: Bilingual("请重新获取该文件", "fetch it again"))
        }
        guard size <= limit else { throw Self.tooLarge(path, size: size, limit: limit) }
        self.init(path: path, bytes: try file.read(upTo: size))
    }

    /// The text of settings, which may be empty and come through a pipe.
    ///
    /// - Throws: ``ReadError`` for a file that is not there, may not be read or is no UTF-8.
    package static func settings(_ path: String) throws(ReadError) -> String {
        let file = try OpenedFile(path, takesStreams: true)
        var bytes: [UInt8] = []
        try file.forEachPiece { bytes += $0 }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw ReadError(
                .data, file: path, problem: Bilingual("不是 UTF-8 编码的文本", "this is no UTF-8 text"),
                remedy: Bilingual("请另存为 UTF-8 编码", "save it as UTF-8"))
        }
        return text
    }

    /// The error for a document that is too large to be one.
    package static func tooLarge(_ path: String, size: Int, limit: Int) -> ReadError {
        ReadError(
            .data, file: path, problem: Bilingual("文件有 \(size >> 20) MB", "the file has \(size >> 20) MB"),
            expected: Bilingual("不超过 \(limit >> 20) MB", "at most \(limit >> 20) MB"),
            remedy: Bilingual("公开文件不会这么大，请拆分或核对文件内容", "a disclosure is never that large; split it or check what it is"))
    }
}
