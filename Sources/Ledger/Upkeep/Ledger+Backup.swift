import GRDB
import Platform

extension Ledger {
    /// Copies the ledger through SQLite's online backup, while others read and write.
    ///
    /// The copy is one state of the ledger: an import that is under way is in it as a whole or not at all. It appears
    /// under its name when it is complete and on the disk.
    ///
    /// - Parameters:
    ///   - destination: the file to make.
    ///   - replacing: whether a file of that name is replaced; it must be a ledger.
    /// - Throws: ``LedgerError`` of kind `cannotCreate` when the name is taken, `inputOutput` when writing fails.
    package func backup(to destination: String, replacing: Bool = false) throws(LedgerError) {
        switch FileEntry(at: destination) {
        case .nothing:
            break
        case .file where replacing:
            try LedgerFile.check(destination)
        default:
            throw LedgerError(
                .cannotCreate, file: destination, problem: "something of that name exists already",
                remedy: "name another file, or replace it with --force")
        }
        let part = WorkingName(beside: destination).path
        try Self.makingFile(part) { () throws(LedgerError) in
            try copy(to: part)
            if replacing {
                try FileSystem.replace(destination, with: part)
            } else if !(try FileSystem.publish(part, as: destination)) {
                throw LedgerError(
                    .cannotCreate, file: destination, problem: "a file of that name has appeared meanwhile",
                    remedy: "name another file")
            }
        }
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
}
