/// A term of the form as the document explains it (名词解释).
public struct GlossaryTerm: Hashable, Sendable, Codable {
    /// The term.
    public var term: String
    /// The explanation as printed, blanks dropped.
    public var definition: String
    /// The page, counted from 1; `nil` where the form has no pages.
    public var page: Int?

    /// Creates a term.
    public init(term: String, definition: String, page: Int? = nil) {
        self.term = term
        self.definition = definition
        self.page = page
    }
}
