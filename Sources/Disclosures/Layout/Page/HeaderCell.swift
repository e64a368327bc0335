import OfficialForm

/// A cell of a table's header: its wrapped lines joined.
struct HeaderCell: Sendable {
    var text: String
    var box: WordBox

    var label: HeaderLabel? { HeaderLabel.exact(text) }
}
