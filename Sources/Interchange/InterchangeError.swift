import Platform

/// Why a file of figures could not be taken: which file, where in it, what was expected, what to do.
public struct InterchangeError: ExplainedError, Hashable {
    /// The file's name or path as it was given.
    public var file: String
    /// Where in the file: `row 7, column actual`; the header is row 1. `nil` for the whole of it.
    public var place: String?
    /// What is wrong.
    public var problem: String
    /// What was expected.
    public var expected: String?
    /// What to do about it.
    public var remedy: String

    init(file: String, place: String? = nil, problem: String, expected: String? = nil, remedy: String) {
        self.file = file
        self.place = place
        self.problem = problem
        self.expected = expected
        self.remedy = remedy
    }

    /// Always ``ErrorKind/data``.
    public var kind: ErrorKind { .data }
    /// The file, and the place in it.
    public var location: String? { file + (place.map { ", " + $0 } ?? "") }

    /// One line: file, place, problem, what was expected, what to do.
    public var description: String {
        let position = [file, place].compactMap(\.self).joined(separator: ", ")
        return [position + ": " + problem, expected.map { "expected " + $0 }, remedy].compactMap(\.self)
            .joined(separator: "; ")
    }
}
