import GRDB
import Platform

extension Ledger {
    /// Puts a backup in the place of a ledger, after verifying it.
    ///
    /// A name that is free gets a copy. A ledger that is there is overwritten as one transaction under SQLite's
    /// own locks: whoever reads it meanwhile sees the old state or the new one, and a process that is cut off leaves
    /// the old one.
    ///
    /// - Parameters:
    ///   - backup: the file to restore.
    ///   - path: the ledger.
    ///   - replacing: whether a ledger that is there is overwritten.
    /// - Returns: what the verification of the backup counted.
    /// - Throws: ``LedgerError`` of kind `damaged` when the backup is not sound, `cannotCreate` when the name is taken,
    ///   `busy` while another process writes.
    @discardableResult
    package static func restore(
        _ backup: String, to path: String, replacing: Bool = false
    ) throws(LedgerError) -> Verification {
        let (source, verification) = try verified(backup)
        switch FileEntry(at: path) {
        case .nothing:
            try source.publish(as: path)
        case .file where replacing:
            try LedgerFile.check(path)
            try source.overwrite(path)
        default:
            throw LedgerError(
                .cannotCreate, file: path, problem: Bilingual("已有同名账本", "a ledger of that name exists already"),
                remedy: Bilingual("请另取文件名，或用 --force 覆盖", "name another file, or replace it with --force"))
        }
        return verification
    }

    /// Tests a backup as restoring it would, and changes nothing.
    ///
    /// - Returns: what was counted, and whether a digest stood beside it.
    /// - Throws: ``LedgerError`` of kind `damaged` when the backup is not sound.
    package static func checkBackup(_ backup: String) throws(LedgerError) -> (Verification, hasDigest: Bool) {
        let hasDigest = try BackupDigest(of: backup).check()
        let (source, verification) = try verified(backup)
        try source.close()
        return (verification, hasDigest)
    }

    private static func verified(_ backup: String) throws(LedgerError) -> (Ledger, Verification) {
        try LedgerFile.check(backup)
        _ = try BackupDigest(of: backup).check()
        let source = try openAsItIs(at: backup, readOnly: true)
        if case .newer = try source.read({ try LedgerSchema.standing(of: $0) }) { throw newerSchema(backup) }
        let verification = try source.verify()
        if let problem = verification.problems.first {
            throw LedgerError(
                .damaged, file: backup, place: problem.place, problem: problem.message,
                remedy: Bilingual("请恢复另一备份，原账本未改动", "restore another backup; nothing was changed"))
        }
        return (source, verification)
    }

    private func overwrite(_ path: String) throws(LedgerError) {
        do {
            let target = try Self.connect(to: path)
            try connection.backup(to: target)
            try target.close()
        } catch let error as DatabaseError where [.SQLITE_CORRUPT, .SQLITE_NOTADB].contains(error.resultCode) {
            throw LedgerError(
                .damaged, file: path,
                problem: Bilingual("账本损坏过重，不能就地覆盖", "the ledger is too damaged to be overwritten in place"),
                remedy: Bilingual(
                    "请将其连同“\(path)-wal”“\(path)-shm”移走后再恢复",
                    "move it away together with \(path)-wal and \(path)-shm, then restore again"))
        } catch {
            throw LedgerError(error, file: path)
        }
    }
}
