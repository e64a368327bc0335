import Glibc

/// Why a file could not be written, where, and what to do about it.
package struct OutputError: ExplainedError, Hashable {
    /// ``ErrorKind/cannotCreate`` where there is no such folder, no permission, a folder in its place;
    /// ``ErrorKind/inputOutput`` where not all of it could be written: disk full, device error;
    /// ``ErrorKind/unavailable`` where the program that makes it is not installed or failed.
    package let kind: ErrorKind
    /// The file that was to be written.
    package let path: String
    /// What the system says.
    package let reason: String
    /// What to do.
    package let remedy: String

    package init(kind: ErrorKind, path: String, reason: String, remedy: String) {
        self.kind = kind
        self.path = path
        self.reason = reason
        self.remedy = remedy
    }

    /// An error with the system's reason and the remedy that goes with it.
    ///
    /// - Parameter code: the system's number of it, `errno`.
    package init(_ kind: ErrorKind, _ path: String, code: Int32) {
        let remedy =
            switch code {
            case ENOENT: "create the folder first or choose another path"
            case EACCES, EPERM: "choose a folder you may write to"
            case EROFS: "the file system is read-only; choose another folder"
            case ENOSPC, EDQUOT: "free some space and run again; nothing was changed"
            case EISDIR: "a folder has this name; choose another file name"
            case ENOTDIR: "a file stands where a folder is needed; choose another path"
            case ENAMETOOLONG: "choose a shorter name"
            default: "check the disk and run again; nothing was changed"
            }
        self.init(kind: kind, path: path, reason: String(cString: strerror(code)), remedy: remedy)
    }

    /// The path.
    package var location: String? { path }
    /// What could not be done, and why.
    package var problem: String { "\(action): \(reason)" }

    /// One sentence that says where, what and what to do.
    package var description: String { "\(action) '\(path)': \(reason); \(remedy)" }

    private var action: String {
        switch kind {
        case .cannotCreate: "cannot create"
        case .unavailable: "cannot make"
        default: "cannot write"
        }
    }
}
