/// Something in a document that its reader could not place.
package struct DiagnosticRecord: Hashable, Sendable {
    /// The page, counted from 1; `nil` where the form has no pages.
    package var page: Int?
    /// The words or cells concerned.
    package var quote: String
    /// What is the matter.
    package var message: String

    package init(page: Int? = nil, quote: String, message: String) {
        self.page = page
        self.quote = quote
        self.message = message
    }
}
