/// Why something could not be read: which file, where in it, what was expected, what to do.
public struct ReadError: ExplainedError, Hashable, Codable {
    /// What sort of failure it is.
    public var kind: ErrorKind
    /// The file's name or path as it was given.
    public var file: String
    /// Where in the file: `row 7, column actual`, `page 3`; `nil` for the whole of it.
    public var place: Bilingual?
    /// What is wrong.
    public var problem: Bilingual
    /// What was expected.
    public var expected: Bilingual?
    /// What to do about it.
    public var remedy: Bilingual

    /// Creates an error.
    public init(
        _ kind: ErrorKind, file: String, place: Bilingual? = nil, problem: Bilingual, expected: Bilingual? = nil,
        remedy: Bilingual
    ) {
        self.kind = kind
        self.file = file
        self.place = place
        self.problem = problem
        self.expected = expected
        self.remedy = remedy
    }

    /// The file, and where in it.
    public var location: Bilingual? {
        Bilingual(verbatim: file) + (place.map { Bilingual("，", ", ") + $0 } ?? Bilingual(verbatim: ""))
    }

    /// One line: file, place, problem, what was expected, what to do.
    public var sentence: Bilingual {
        let wanted = expected.map { Bilingual("，应为\($0.zhHans)", "; expected \($0.en)") } ?? Bilingual(verbatim: "")
        return (problem + wanted + Bilingual("；", "; ") + remedy).at(location ?? Bilingual(verbatim: file))
    }
}
