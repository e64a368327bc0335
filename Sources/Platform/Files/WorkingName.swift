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

    /// Removes the files that killed runs of this program left in a folder; those of running ones stay.
    ///
    /// - Parameter alsoOfRunning: whether those go as well, where it is known that nobody writes to the folder.
    /// - Returns: how many were removed. A folder that is not there, or may not be written to, has none.
    @discardableResult
    package static func removeLeftovers(in folder: String, alsoOfRunning: Bool = false) -> Int {
        let leftovers = Folder.names(in: folder).filter { name in
            guard let process = process(inName: name) else { return false }
            return alsoOfRunning || process != getpid() && kill(process, 0) != 0 && errno == ESRCH
        }
        return leftovers.count { unlink(folder + "/" + $0) == 0 }
    }
}
