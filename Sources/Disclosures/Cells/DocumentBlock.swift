/// A piece of a document that is not laid out on pages, in reading order.
enum DocumentBlock: Sendable {
    case paragraph(String)
    case table(CellTable)
}
