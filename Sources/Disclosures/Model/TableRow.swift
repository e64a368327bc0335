import FinalAccounts
import OfficialForm

/// A labelled row of a table.
public struct TableRow: Hashable, Sendable, Codable {
    /// Which side of a two-sided table the row stands on.
    public typealias Side = TableSide

    /// The subject code, its parts joined where the form spreads them over columns.
    public var code: String?
    /// The label, its wrapped lines joined; blanks dropped.
    public var label: String
    /// The side, in a two-sided table.
    public var side: Side?
    /// The page; `nil` where the form has none.
    public var page: Int?
    /// One cell for each of the table's columns that the row has; blank cells included.
    public var cells: [TableCell]

    /// The amount in the column of a role; `nil` when the cell is blank or the column is not there.
    public func amount(_ role: ColumnRole) -> Amount? {
        cells.first { $0.role == role }?.amount?.amount
    }
}
