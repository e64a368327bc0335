import OfficialForm

/// The lines of one table, over as many pages as it runs.
struct PDFTableRegion: Sendable {
    var kind: TableKind
    var title: String
    var page: Int
    /// Everything between the title and the notes.
    var lines: [VisualLine] = []
    /// The remarks under it.
    var notes: [String] = []
}
