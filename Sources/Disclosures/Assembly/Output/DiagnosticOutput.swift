/// One diagnostic of the output of `read`.
public struct DiagnosticOutput: Encodable, Sendable {
    /// What kind of thing happened.
    public var kind: Diagnostic.Kind
    /// The page.
    public var page: Int?
    /// The words concerned.
    public var quote: String
    /// What is wrong.
    public var message: String

    /// Creates the output for one diagnostic.
    public init(_ diagnostic: Diagnostic) {
        kind = diagnostic.kind
        page = diagnostic.page
        quote = diagnostic.quote
        message = diagnostic.message
    }
}
