import FinalAccounts
import OfficialForm

/// One table of the output of `read`.
public struct TableOutput: Encodable, Sendable {
    /// Which of the nine tables it is.
    public var kind: TableKind
    /// The title as printed.
    public var title: String
    /// The page or the sheet it begins on.
    public var page: Int?
    /// The sheet's name, in a workbook.
    public var sheet: String?
    /// Whether the document says that there is nothing to report.
    public var statedEmpty: Bool
    /// The rows.
    public var rows: [RowOutput]
    /// The remarks under it.
    public var notes: [String]

    /// Creates the output for one table.
    public init(_ table: DisclosureTable) {
        kind = table.kind
        title = table.title
        page = table.page
        sheet = table.sheet
        statedEmpty = table.isStatedEmpty
        rows = table.rows.map { RowOutput($0, columns: table.columns) }
        notes = table.notes
    }
}

/// One row of a table of the output of `read`.
public struct RowOutput: Encodable, Sendable {
    /// The subject code.
    public var code: String?
    /// The label.
    public var label: String
    /// The side, in a two-sided table.
    public var side: TableRow.Side?
    /// The page.
    public var page: Int?
    /// The amounts in yuan by column; blank cells are absent.
    public var amounts: [String: String]

    /// Creates the output for one row.
    public init(_ row: TableRow, columns: [TableColumn]) {
        code = row.code
        label = row.label
        side = row.side
        page = row.page
        var amounts: [String: String] = [:]
        for (index, cell) in row.cells.enumerated() {
            guard let stated = cell.amount else { continue }
            let header = columns.indices.contains(index) ? columns[index].header : "column \(index + 1)"
            amounts[cell.role?.rawValue ?? header] = stated.amount.formatted(unit: .yuan)
        }
        self.amounts = amounts
    }
}
