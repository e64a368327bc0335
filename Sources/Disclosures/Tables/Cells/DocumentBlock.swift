/// A piece of a document that is not laid out on pages, in reading order.
enum DocumentBlock: Sendable {
    /// A page begins; documents without pages have none.
    case page(Int)
    case paragraph(String)
    case table(CellTable)
    /// A printed line of a page.
    case line(TextLine)
    /// A table of the form whose title and captions the page has already told.
    case form(CellRegion)
}
