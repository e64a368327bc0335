/// What a form of document gives before anyone reads it: lines of text and grids of cells.
struct DocumentContent: Sendable {
    /// The running text in order.
    var lines: [TextLine]
    /// The tables of the form, in order.
    var grids: [TableGrid] = []
    /// The tables that are none of the form's, in order.
    var otherTables: [OtherTable] = []
    /// The tables of the form as their cells stand, in order.
    var formTables: [TableSource] = []
    /// The number of pages; `nil` where the form has none.
    var pageCount: Int?
    /// The pages that were read from their pictures.
    var recognizedPages: Set<Int> = []
    /// Account lines, as CSV in UTF-8: a workbook's sheets that hold nothing else.
    var accountLines: [(sheet: String, bytes: [UInt8])] = []
    /// The title that a page has beside its text; it tells the year where nothing else does.
    var pageTitle = ""
    /// Whether it is a text so short that its tables are all there is of them: they are read for themselves.
    var isShort = false
    /// What went wrong on the way.
    var diagnostics: [Diagnostic] = []

    /// Adds what stands behind.
    mutating func append(_ part: DocumentContent) {
        otherTables += part.otherTables.map { $0.moved(by: lines.count) }
        formTables += part.formTables
        lines += part.lines
        grids += part.grids
        diagnostics += part.diagnostics
    }
}
