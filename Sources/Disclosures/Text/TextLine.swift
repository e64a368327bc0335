/// One printed line of a document, before anything is made of it.
struct TextLine: Sendable {
    /// The characters as printed.
    var scalars: [Unicode.Scalar]
    /// The page, counted from 1; `nil` where the form has no pages.
    var page: Int?
    /// Whether the document itself says that a paragraph begins here (a paragraph element, an indent);
    /// `nil` when only the words can tell.
    var beginsParagraph: Bool?

    init(_ scalars: [Unicode.Scalar], page: Int? = nil, beginsParagraph: Bool? = nil) {
        self.scalars = scalars
        self.page = page
        self.beginsParagraph = beginsParagraph
    }
}
