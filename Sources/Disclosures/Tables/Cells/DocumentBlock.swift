/// A piece of a document that is not laid out on pages, in reading order.
enum DocumentBlock: Sendable {
    /// A page begins; documents without pages have none.
    case page(Int)
    case paragraph(String)
    case table(CellTable)
}
