/// Something in a document that its reader could not place.
public struct DiagnosticRecord: Hashable, Sendable {
    /// The page, counted from 1; `nil` where the form has no pages.
    public var page: Int?
    /// The words or cells concerned.
    public var quote: String
    /// What is the matter.
    public var message: String

    /// Creates a record.
    public init(page: Int? = nil, quote: String, message: String) {
        self.page = page
        self.quote = quote
        self.message = message
    }
}
