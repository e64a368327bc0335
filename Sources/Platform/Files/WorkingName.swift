import Glibc

/// The hidden name beside a target under which a file is made that becomes the target by renaming.
///
/// It tells the process, so that a second process never writes into it and a later one knows whether the first is gone.
package struct WorkingName: Hashable, Sendable {
    /// The folder of the target.
    let folder: String
    /// The path of the file.
    package let path: String

    /// Makes a name for a target.
    package init(beside target: String) {
        folder = FileEntry.folder(of: target)
        let prefix = folder == "/" ? "/" : folder + "/"
        path = prefix + "\(Self.mark)\(getpid())-\(UInt32.random(in: .min ... .max))\(Self.ending)"
    }

    private static let mark = ".juesuan-"
    private static let ending = ".tmp"

    /// The process that made a file; `nil` for the name of any other file.
    static func process(inName name: String) -> pid_t? {
        guard name.hasPrefix(mark), name.hasSuffix(ending) else { return nil }
        let parts = name.dropFirst(mark.count).dropLast(ending.count).split(separator: "-")
        guard parts.count == 2, UInt32(parts[1]) != nil else { return nil }
        return pid_t(parts[0])
    }

    /// Removes the files that killed runs of this program left in a folder; those that somebody works on stay.
    ///
    /// That nobody does is known by the hold that every process has on what it writes (``FileClaim``), gone with it; and
    /// since an instant passes before it takes hold, by its process being gone or the file being old.
    ///
    /// - Returns: how many were removed. A folder that is not there, or may not be written to, has none.
    @discardableResult
    package static func removeLeftovers(in folder: String) -> Int {
        let names = Folder.names(in: folder).filter { $0.hasPrefix(mark) }
        let leftovers = names.filter { isLeftover($0, in: folder) }
        // What a database has beside it goes with it.
        let beside = names.filter { name in
            sidecars.contains { ending in
                name.hasSuffix(ending) && process(inName: String(name.dropLast(ending.count))) != nil
                    && (leftovers.contains(String(name.dropLast(ending.count)))
                        || !names.contains(String(name.dropLast(ending.count))))
                    && isOld(folder + "/" + name, orOf: String(name.dropLast(ending.count)))
            }
        }
        return (leftovers + beside).count { unlink(folder + "/" + $0) == 0 }
    }

    private static let sidecars = ["-wal", "-shm", "-journal"]

    private static func isLeftover(_ name: String, in folder: String) -> Bool {
        let path = folder + "/" + name
        return process(inName: name) != nil && isOld(path, orOf: name) && FileClaim.isFree(path)
    }

    /// Whether the process that made a file is gone, or the file was not touched for ten minutes.
    private static func isOld(_ path: String, orOf name: String) -> Bool {
        guard let process = process(inName: name) else { return false }
        if process != getpid(), kill(process, 0) != 0, errno == ESRCH { return true }
        return FileEntry.age(of: path).map { $0 > 600 } ?? false
    }
}
