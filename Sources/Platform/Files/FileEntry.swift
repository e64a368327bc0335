import Glibc

/// What stands at a path; links are followed.
package enum FileEntry: Hashable, Sendable {
    case nothing
    /// A regular file of that many bytes.
    case file(size: Int)
    case folder
    /// A device, a pipe, a socket.
    case other

    /// Looks.
    package init(at path: String) {
        var status = stat()
        self = stat(path, &status) == 0 ? FileEntry(status) : .nothing
    }

    init(_ status: stat) {
        switch status.st_mode & S_IFMT {
        case S_IFREG: self = .file(size: Int(status.st_size))
        case S_IFDIR: self = .folder
        default: self = .other
        }
    }

    /// The folder a path stands in; `.` for a bare name.
    package static func folder(of path: String) -> String {
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    /// The name of a path's last part; the path itself where it has none.
    package static func name(of path: String) -> String {
        path.split(separator: "/").last.map(String.init) ?? path
    }

    /// Whether a path is a symbolic link.
    package static func isLink(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
    }

    /// What tells a file from every other that is there, whatever it is called; `nil` where nothing stands at the path.
    package static func identity(of path: String) -> [UInt64]? {
        var status = stat()
        return stat(path, &status) == 0 ? [UInt64(status.st_dev), UInt64(status.st_ino)] : nil
    }

    /// Makes an empty file that nobody but its owner may read, where nothing stands at the path.
    package static func createPrivate(_ path: String) {
        let descriptor = open(path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o600)
        if descriptor >= 0 { close(descriptor) }
    }

    /// Removes a file if it is there.
    package static func remove(_ path: String) { unlink(path) }

    /// Whether a file or folder may be written to: by the file system, by who asks, and by its mode, which root heeds as well.
    package static func mayBeWritten(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & 0o222 != 0 && access(path, W_OK) == 0
    }

    /// Whether files can be made in a folder by who asks: whatever its mode, by root.
    package static func admitsFiles(_ folder: String) -> Bool { access(folder, W_OK | X_OK) == 0 }

    /// Seconds since something was last changed; `nil` where it is not there. A link is not followed.
    static func age(of path: String) -> Int? {
        var status = stat()
        guard lstat(path, &status) == 0 else { return nil }
        return time(nil) - status.st_mtim.tv_sec
    }

    /// Whether a path is a folder, and no link to one, that the user of this process owns.
    static func isOwnFolder(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR && status.st_uid == geteuid()
    }
}
