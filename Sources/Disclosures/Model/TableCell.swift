import FinalAccounts
import OfficialForm

/// One amount cell of a row.
public struct TableCell: Hashable, Sendable, Codable {
    /// What the column holds; `nil` when its header is not one of the form's.
    public var role: ColumnRole?
    /// The amount as printed; `nil` for a blank cell.
    public var amount: StatedAmount?
    /// How sure the reading of a scanned page is, from 0 to 1; `nil` for text.
    public var confidence: Double?
}
