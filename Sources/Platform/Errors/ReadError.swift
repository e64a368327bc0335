/// Why something could not be read: which file, where in it, what was expected, what to do.
public struct ReadError: ExplainedError, Hashable, Codable {
    /// What sort of failure it is.
    public var kind: ErrorKind
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
        _ kind: ErrorKind, file: String, place: String? = nil, problem: String, expected: String? = nil, remedy: String
    ) {
        self.kind = kind
        self.file = file
        self.place = place
        self.problem = problem
        self.expected = expected
        self.remedy = remedy
    }

    /// The file, and where in it.
    public var location: String? { file + (place.map { ", " + $0 } ?? "") }

    /// One line: file, place, problem, what was expected, what to do.
    public var description: String {
        "\(location ?? file): \(problem)\(expected.map { "; expected " + $0 } ?? ""); \(remedy)"
    }
}
