import Glibc

/// A folder of its own for programs that need files, removed with everything in it when it goes out of use.
package struct TemporaryFolder: ~Copyable {
    /// The folder's path.
    package let path: String
    private let claim: FileClaim?

    /// Makes a folder below `TMPDIR`, else `/tmp`.
    ///
    /// - Throws: ``OutputError``.
    package init() throws(OutputError) {
        let pattern = Self.base + "/juesuan-XXXXXX"
        var template = Array(pattern.utf8CString)
        guard mkdtemp(&template) != nil else { throw OutputError(.cannotCreate, pattern, code: errno) }
        let made = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        let claim = FileClaim(on: made)
        let descriptor = open(made + "/" + Self.mark, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            let code = errno
            Folder.remove(made)
            claim?.release()
            throw OutputError(.cannotCreate, made, code: code)
        }
        close(descriptor)
        Interruption.keep(temporary: made)
        (path, self.claim) = (made, claim)
    }

    deinit {
        Folder.remove(path)
        claim?.release()
        Interruption.forget(temporary: path)
    }

    /// What stands in every folder that this program made, so that one of a like name that a person made is let be.
    private static let mark = ".juesuan-temporary"

    /// Removes the folders that killed processes of this program left: those that have its mark, belong to its user, and that
    /// nobody has hold of.
    ///
    /// - Parameter base: the folder they are in.
    package static func removeLeftovers(in base: String = base) {
        for name in Folder.names(in: base) where name.hasPrefix("juesuan-") {
            let folder = base + "/" + name
            guard FileEntry.isOwnFolder(folder), FileEntry(at: folder + "/" + mark) == .file(size: 0),
                let claim = FileClaim(on: folder)
            else { continue }
            Folder.remove(folder)
            claim.release()
        }
    }

    /// Where such folders are made.
    package static var base: String { getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp" }

    /// Calls `body` with the path of a file of the given bytes, in a folder of its own that is gone afterwards.
    ///
    /// - Parameters:
    ///   - name: what the file is called.
    ///   - document: the document it is made of, for errors.
    /// - Throws: ``ReadError`` where nothing can be written, and what `body` throws.
    package static func with<Result>(
        _ bytes: [UInt8], as name: String = "document", for document: String,
        body: (String) throws(ReadError) -> Result
    ) throws(ReadError) -> Result {
        let folder = try translating(document) { () throws(OutputError) in try TemporaryFolder() }
        return try body(translating(document) { () throws(OutputError) in try folder.write(bytes, as: name) })
    }

    private static func translating<Made: ~Copyable>(
        _ document: String, _ body: () throws(OutputError) -> Made
    ) throws(ReadError) -> Made {
        do throws(OutputError) {
            return try body()
        } catch {
            throw ReadError(
                .inputOutput, file: document,
                problem: Bilingual("无法在 \(base) 写入临时文件", "no temporary file can be written in \(base)"),
                remedy: Bilingual("请在该处腾出空间，或设置 TMPDIR", "make room there, or set TMPDIR"))
        }
    }

    /// Writes a file that must not be there yet.
    ///
    /// - Returns: its path.
    /// - Throws: ``OutputError``.
    package borrowing func write(_ bytes: [UInt8], as name: String) throws(OutputError) -> String {
        let file = path + "/" + name
        let descriptor = open(file, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw OutputError(.cannotCreate, file, code: errno) }
        defer { close(descriptor) }
        let code = bytes.withUnsafeBytes { Descriptor.write($0, to: descriptor) }
        if code != 0 { throw OutputError(.inputOutput, file, code: code) }
        return file
    }

    /// A file that a program made in the folder; `nil` where there is none or it is empty.
    ///
    /// - Parameter limit: the bytes it may have.
    package borrowing func read(_ name: String, limit: Int = .max) -> [UInt8]? {
        do { return try SourceFile(reading: path + "/" + name, limit: limit).bytes } catch { return nil }
    }
}
