/// Why a document could not be read: which file, where in it, what was expected, what to do.
public struct ReadError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What kind of failure it is; it decides the exit code.
    public enum Kind: String, Hashable, Sendable {
        /// The content is not what it should be (`EX_DATAERR`).
        case data
        /// There is no such file, or it may not be read (`EX_NOINPUT`).
        case noInput
        /// A program that is needed is not installed (`EX_UNAVAILABLE`).
        case unavailable
        /// Reading failed half way (`EX_IOERR`).
        case inputOutput

        /// The exit code of sysexits.h: 65, 66, 69 or 74.
        public var exitCode: Int32 {
            switch self {
            case .data: 65
            case .noInput: 66
            case .unavailable: 69
            case .inputOutput: 74
            }
        }
    }

    /// What kind of failure it is.
    public var kind: Kind
    /// The file's name or path as it was given.
    public var file: String
    /// Where in the file: `row 7, column actual`, `page 3`; `nil` for the whole of it.
    public var place: String?
    /// What is wrong.
    public var problem: String
    /// What was expected.
    public var expected: String?
    /// What to do about it.
    public var remedy: String

    /// Creates an error.
    public init(
        _ kind: Kind, file: String, place: String? = nil, problem: String, expected: String? = nil, remedy: String
    ) {
        self.kind = kind
        self.file = file
        self.place = place
        self.problem = problem
        self.expected = expected
        self.remedy = remedy
    }

    /// One line: file, place, problem, what was expected, what to do.
    public var description: String {
        var text = file
        if let place { text += ", " + place }
        text += ": " + problem
        if let expected { text += "; expected " + expected }
        return text + "; " + remedy
    }
}
