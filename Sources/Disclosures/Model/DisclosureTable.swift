import FinalAccounts
import OfficialForm

/// One of the tables of the form, rebuilt cell by cell.
public struct DisclosureTable: Hashable, Sendable, Codable {
    /// Which table it is.
    public var kind: TableKind
    /// The title as printed.
    public var title: String
    /// The unit its amounts are printed in.
    public var unit: AmountUnit
    /// The page it begins on; `nil` where the form has no pages.
    public var page: Int?
    /// The sheet's name, in a workbook.
    public var sheet: String?
    /// The amount columns, in the document's order.
    public var columns: [TableColumn] = []
    /// The rows with a label, in the document's order; a blank cell is a cell without amount.
    public var rows: [TableRow] = []
    /// Whether its amounts are those of a budget, and none was spent.
    public var isBudget = false
    /// Whether the document itself says that there is nothing to report (本表无数据): stated empty, not missing.
    public var isStatedEmpty = false
    /// The remarks under the table, as printed.
    public var notes: [String] = []
}
