/// What a form of document gives before anyone reads it: lines of text and grids of cells.
struct DocumentContent: Sendable {
    /// The running text in order.
    var lines: [TextLine]
    /// The tables of the form, in order.
    var grids: [TableGrid] = []
    /// The number of pages; `nil` where the form has none.
    var pageCount: Int?
    /// The pages that were read from their pictures.
    var recognizedPages: Set<Int> = []
    /// What went wrong on the way.
    var diagnostics: [Diagnostic] = []
}
