/// The place a figure was read from, so that a person can look it up.
public struct SourceReference: Hashable, Sendable, Codable {
    /// The document's file name or path as it was given.
    public var file: String
    /// The page, counted from 1; `nil` where the form has no pages.
    public var page: Int?
    /// The words or cell the figure was read from.
    public var quote: String

    /// Creates a reference.
    public init(file: String, page: Int? = nil, quote: String = "") {
        self.file = file
        self.page = page
        self.quote = quote
    }
}
