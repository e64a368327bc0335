import OfficialForm

/// An amount column of a table.
public struct TableColumn: Hashable, Sendable, Codable {
    /// What the column holds; `nil` when the header is not one of the form's.
    public var role: ColumnRole?
    /// The header's words, from the widest tier down, joined with `/`.
    public var header: String
}
