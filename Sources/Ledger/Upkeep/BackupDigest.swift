import Glibc
import Platform

/// The digest of a backup, in a file beside it that `sha256sum -c` reads: `NAME.sha256`.
///
/// While a backup is being replaced it names both the old and the new one: whichever a killed process leaves is right.
struct BackupDigest {
    private let backup: String

    /// - Parameter backup: the path of the backup.
    init(of backup: String) {
        self.backup = backup
    }

    private var file: String { backup + ".sha256" }

    /// Names a copy that is about to become the backup, beside the one that is there.
    func announce(_ part: String) throws(LedgerError) {
        try write(try [digest(of: part)] + (FileEntry(at: backup) == .nothing ? [] : [digest(of: backup)]))
    }

    /// Names the backup that is there alone.
    func settle() throws(LedgerError) { try write([digest(of: backup)]) }

    /// Holds the backup against the digest beside it; one without is let be.
    ///
    /// - Returns: whether there was a digest.
    /// - Throws: ``LedgerError`` of kind `damaged` where they differ.
    func check() throws(LedgerError) -> Bool {
        guard case .file = FileEntry(at: file) else { return false }
        if try known().contains(digest(of: backup)) { return true }
        throw LedgerError(
            .damaged, file: backup,
            problem: Bilingual("不是“\(file)”所对应的文件", "it is not the file that \(file) was written for"),
            remedy: Bilingual("请恢复另一备份，原账本未改动", "restore another backup; nothing was changed"))
    }

    /// Moves earlier backups on by one, the oldest out; the latest keeps its name as well until it is replaced.
    static func rotate(_ backup: String, generations: Int) throws(LedgerError) {
        func name(_ age: Int) -> String { age == 0 ? backup : backup + ".\(age)" }
        for age in stride(from: generations - 1, through: 1, by: -1) where FileEntry(at: name(age - 1)) != .nothing {
            let (older, younger) = (BackupDigest(of: name(age)), BackupDigest(of: name(age - 1)))
            FileEntry.remove(older.backup)
            let failed = age > 1 ? rename(younger.backup, older.backup) : link(younger.backup, older.backup)
            guard failed == 0 else { throw FileSystem.failure(.cannotCreate, older.backup) }
            // What was written beside it is handed on, not worked out anew: a backup may have been damaged since.
            try older.write(try younger.known())
        }
    }

    /// The digests that stand in the file.
    private func known() throws(LedgerError) -> [ContentHash] {
        guard case .file = FileEntry(at: file) else { return [] }
        do throws(ReadError) {
            return try SourceFile.settings(file).split(separator: "\n").compactMap { line in
                ContentHash(hexadecimal: line.prefix { $0 != " " })
            }
        } catch {
            throw LedgerError(error, file: file)
        }
    }

    private func digest(of path: String) throws(LedgerError) -> ContentHash {
        do { return try ContentHash(ofFileAt: path) } catch { throw LedgerError(error, file: path) }
    }

    private func write(_ digests: [ContentHash]) throws(LedgerError) {
        guard !digests.isEmpty else { return FileEntry.remove(file) }
        let name = FileEntry.name(of: backup)
        WrittenFiles.adopt(file)
        do throws(OutputError) {
            try AtomicFile.write(digests.map { "\($0)  \(name)\n" }.joined(), to: file)
        } catch {
            throw LedgerError(error, file: file)
        }
    }
}
