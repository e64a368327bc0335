import Foundation
import Platform

/// The documents that were sent and imported, as they came, each under the digest of its bytes in a folder beside the ledger.
package struct OriginalStore: Sendable {
    private let folder: String

    package init(ledger: String) { folder = ledger + ".documents" }

    /// Keeps a document; one that is kept already stays.
    ///
    /// - Throws: `OutputError` where it cannot be written.
    package func keep(_ file: SourceFile) throws {
        let path = path(of: ContentHash(of: file.bytes))
        guard FileEntry(at: path) == .nothing else { return }
        if FileEntry(at: folder) != .folder {
            try FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
        }
        try AtomicFile.write(file.bytes, to: path)
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
    }

    /// A document by its digest, under the name it is known by; `nil` where it is not kept.
    ///
    /// - Throws: `ReadError` where it cannot be read, or is not what was kept.
    package func file(_ hash: ContentHash, named name: String) throws -> SourceFile? {
        guard case .file = FileEntry(at: path(of: hash)) else { return nil }
        let file = try SourceFile(reading: path(of: hash))
        guard ContentHash(of: file.bytes) == hash else {
            throw ReadError(
                .data, file: name, problem: Bilingual("保存的原件已被改动", "the original that was kept was changed"),
                remedy: Bilingual("请重新上传", "send it again"))
        }
        return SourceFile(path: name, bytes: file.bytes)
    }

    private func path(of hash: ContentHash) -> String { folder + "/" + hash.description }
}
