import Glibc
import Platform

/// How a file that was made under a working name becomes a ledger, each failure with a place and a remedy.
enum FileSystem {
    /// Puts everything written to a file or a folder's list of names on the disk.
    private static func synchronize(_ path: String) throws(LedgerError) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure(.inputOutput, path) }
        defer { close(descriptor) }
        // Some file systems refuse to synchronize a folder; its entry is then as safe as they make it.
        if fsync(descriptor) != 0 && errno != EINVAL { throw failure(.inputOutput, path) }
    }

    /// Sees to it that there is a folder for a file to be made in.
    static func checkFolder(of path: String) throws(LedgerError) {
        let folder = FileEntry.folder(of: path)
        guard FileEntry(at: folder) == .folder else {
            throw LedgerError(
                .cannotCreate, file: path, problem: Bilingual("没有文件夹“\(folder)”", "there is no folder '\(folder)'"),
                remedy: Bilingual("请先建立该文件夹", "make the folder first"))
        }
    }

    /// Makes an empty file that must not be there yet, and takes hold of it.
    static func createEmpty(_ path: String) throws(LedgerError) -> FileClaim? {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw LedgerError(OutputError(.cannotCreate, path, code: errno)) }
        close(descriptor)
        return FileClaim(on: path)
    }

    /// Gives a finished file its name, replacing what has it.
    static func replace(_ path: String, with finished: String) throws(LedgerError) {
        try checkLog(of: path)
        try synchronize(finished)
        guard rename(finished, path) == 0 else { throw failure(.cannotCreate, path) }
        try synchronize(FileEntry.folder(of: path))
    }

    /// Gives a finished file its name unless the name is taken.
    ///
    /// - Returns: whether the name was free. The file under its working name is gone either way.
    static func publish(_ finished: String, as path: String) throws(LedgerError) -> Bool {
        guard try isFree(path) else {
            FileEntry.remove(finished)
            return false
        }
        try synchronize(finished)
        if link(finished, path) == 0 {
            FileEntry.remove(finished)
        } else if errno == EEXIST {
            FileEntry.remove(finished)
            return false
        } else if rename(finished, path) != 0 {
            throw failure(.cannotCreate, path)
        }
        try synchronize(FileEntry.folder(of: path))
        return true
    }

    /// Whether no file has the name.
    private static func isFree(_ path: String) throws(LedgerError) -> Bool {
        guard FileEntry(at: path) == .nothing else { return false }
        guard case .file = FileEntry(at: path + "-wal") else { return true }
        // Another process may have made the ledger, and with it the log, since the first look.
        guard FileEntry(at: path) == .nothing else { return false }
        try checkLog(of: path)
        return true
    }

    /// A log left of an earlier ledger is an error: SQLite would play it back into the new file.
    static func checkLog(of path: String) throws(LedgerError) {
        guard case .file = FileEntry(at: path + "-wal") else { return }
        throw LedgerError(
            .cannotCreate, file: path,
            problem: Bilingual(
                "“\(path)-wal”属于先前的同名账本，或账本正在使用",
                "\(path)-wal belongs to an earlier ledger of that name or to one in use"),
            remedy: Bilingual(
                "请停止使用它的程序，或移走“\(path)-wal”和“\(path)-shm”",
                "stop what uses it, or move \(path)-wal and \(path)-shm away"))
    }

    static func failure(_ reason: LedgerError.Reason, _ path: String) -> LedgerError {
        LedgerError(
            reason, file: path, problem: SystemReason.words(errno),
            remedy: Bilingual("请检查文件夹及其权限和剩余空间", "check the folder, its permissions and free space"))
    }
}
