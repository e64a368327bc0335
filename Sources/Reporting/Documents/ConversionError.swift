/// Why a document could not be turned into another form.
public struct ConversionError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What went wrong.
    public enum Kind: Hashable, Sendable {
        /// None of the programs that could do it is installed.
        case notInstalled
        /// A program is there but did not finish its work.
        case failed
    }

    /// What went wrong.
    public let kind: Kind
    /// What was to be made.
    public let path: String
    /// What is wrong.
    public let problem: String
    /// What to do.
    public let remedy: String

    /// Creates an error.
    public init(kind: Kind, path: String, problem: String, remedy: String) {
        self.kind = kind
        self.path = path
        self.problem = problem
        self.remedy = remedy
    }

    /// The exit code after sysexits.h: 69 (`EX_UNAVAILABLE`).
    public var exitCode: Int32 { 69 }

    /// One sentence that says where, what and what to do.
    public var description: String {
        "cannot make '\(path)': \(problem); \(remedy)"
    }
}
