import GRDB
import Platform

extension Ledger {
    /// Copies the ledger through SQLite's online backup, while others read and write.
    ///
    /// The copy is one state of the ledger: an import that is under way is in it as a whole or not at all. It is verified
    /// before it gets its name, so that a damaged ledger never takes a good backup's place, and its digest stands beside
    /// it (``BackupDigest``).
    ///
    /// - Parameters:
    ///   - destination: the file to make.
    ///   - replacing: whether a file of that name is replaced; it must be a ledger.
    ///   - generations: how many backups there are to be: earlier ones move on to `NAME.1`, `NAME.2` and so on.
    /// - Throws: ``LedgerError`` of kind `damaged` for a ledger that is not sound, `cannotCreate` when the name is taken,
    ///   `inputOutput` when writing fails.
    package func backup(
        to destination: String, replacing: Bool = false, generations: Int = 1
    ) throws(LedgerError) {
        let isThere = FileEntry(at: destination) != .nothing
        switch FileEntry(at: destination) {
        case .nothing: break
        case .file where replacing || generations > 1: try LedgerFile.check(destination)
        default:
            throw LedgerError(
                .cannotCreate, file: destination, problem: Bilingual("已有同名文件", "something of that name exists already"),
                remedy: Bilingual(
                    "请另取文件名，用 --keep 保留多份，或用 --force 覆盖",
                    "name another file, keep several with --keep, or replace it with --force"))
        }
        try FileSystem.checkFolder(of: destination)
        let part = WorkingName(beside: destination).path
        try Self.makingFile(part) { () throws(LedgerError) in
            try copy(to: part)
            try checkCopy(part)
            let digest = BackupDigest(of: destination)
            if isThere, generations > 1 { try BackupDigest.rotate(destination, generations: generations) }
            try digest.announce(part)
            if isThere {
                try FileSystem.replace(destination, with: part)
            } else if !(try FileSystem.publish(part, as: destination)) {
                throw Self.appeared(destination)
            }
            try digest.settle()
        }
    }

    /// Puts a copy under a free name.
    func publish(as path: String) throws(LedgerError) {
        try FileSystem.checkFolder(of: path)
        let part = WorkingName(beside: path).path
        try Self.makingFile(part) { () throws(LedgerError) in
            try copy(to: part)
            guard try FileSystem.publish(part, as: path) else { throw Self.appeared(path) }
        }
    }

    private static func appeared(_ path: String) -> LedgerError {
        LedgerError(
            .cannotCreate, file: path, problem: Bilingual("其间出现了同名文件", "a file of that name has appeared meanwhile"),
            remedy: Bilingual("请另取文件名", "name another file"))
    }

    /// Copies every page, in one step and so from one state, and closes the copy.
    func copy(to part: String) throws(LedgerError) {
        do {
            let target = try DatabaseQueue(path: part)
            try connection.backup(to: target)
            try target.close()
        } catch {
            throw LedgerError(error, file: part)
        }
    }

    private func checkCopy(_ part: String) throws(LedgerError) {
        let copy = try Self.openAsItIs(at: part, readOnly: true)
        let verification = try copy.verify()
        try copy.close()
        guard let problem = verification.problems.first else { return }
        throw LedgerError(
            .damaged, file: path, place: problem.place, problem: problem.message,
            remedy: Bilingual(
                "未作备份，也未覆盖旧备份；请用“juesuan ledger restore”恢复较早的备份",
                "no backup was made and none replaced; restore an earlier one with 'juesuan ledger restore'"))
    }
}
