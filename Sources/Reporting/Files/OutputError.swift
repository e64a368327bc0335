/// Why a file could not be written, where, and what to do about it.
public struct OutputError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What went wrong.
    public enum Kind: Hashable, Sendable {
        /// The file could not be created: no such folder, no permission, a folder in its place.
        case cannotCreate
        /// The file was created but not all of it could be written: disk full, device error.
        case writeFailed
    }

    /// What went wrong.
    public let kind: Kind
    /// The file that was to be written.
    public let path: String
    /// What the system says.
    public let reason: String
    /// What to do.
    public let remedy: String

    /// Creates an error.
    public init(kind: Kind, path: String, reason: String, remedy: String) {
        self.kind = kind
        self.path = path
        self.reason = reason
        self.remedy = remedy
    }

    /// The exit code after sysexits.h: 73 (`EX_CANTCREAT`) or 74 (`EX_IOERR`).
    public var exitCode: Int32 {
        kind == .cannotCreate ? 73 : 74
    }

    /// One sentence that says where, what and what to do.
    public var description: String {
        let what = kind == .cannotCreate ? "cannot create" : "cannot write"
        return "\(what) '\(path)': \(reason); \(remedy)"
    }
}
