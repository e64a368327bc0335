import Disclosures
import FinalAccounts
import OfficialForm

/// The golden cells of a budget: what another program found between the ruled lines of its pages.
struct BudgetCells {
    /// One amount and where it stands.
    struct Cell: Hashable, CustomStringConvertible {
        var table: String
        var page: String
        var side: String
        var code: String
        var label: String
        /// The column's role, or its words where the form has no role for it.
        var column: String
        var amount: Amount

        var description: String {
            [table, page, side, code, label, column, amount.formatted(unit: .yuan, decimals: 2)].joined(separator: " ")
        }
    }

    var cells: Set<Cell>

    /// The golden file of a document.
    init(_ name: String) throws {
        cells = Set(
            try Golden.rows(name + "-cells.csv").map { row in
                Cell(
                    table: row["table"] ?? "", page: row["page"] ?? "", side: row["side"] ?? "",
                    code: row["code"] ?? "", label: row["label"] ?? "", column: row["column"] ?? "",
                    amount: try Amount(parsing: row["amount_yuan"] ?? "", unit: .yuan))
            })
    }

    /// What the reader found.
    init(_ tables: [DisclosureTable]) {
        cells = []
        for table in tables {
            for row in table.rows {
                let first = row.side == .expenditure ? table.columns.count - row.cells.count : 0
                for (index, cell) in row.cells.enumerated() {
                    guard let amount = cell.amount?.amount else { continue }
                    let words = table.columns[first + index].header.split(separator: "/").last.map(String.init)
                    cells.insert(
                        Cell(
                            table: table.kind.rawValue, page: row.page.map(String.init) ?? "",
                            side: row.side?.rawValue ?? "", code: row.code ?? "", label: row.label,
                            column: cell.role?.rawValue ?? words ?? "", amount: amount))
                }
            }
        }
    }

    /// The cells of a column of a table, by code or, where the row has none, by label.
    func column(_ table: String, _ column: String, side: String = "") -> [String: Amount] {
        Dictionary(
            uniqueKeysWithValues: cells.filter { $0.table == table && $0.column == column && $0.side == side }.map {
                ($0.code.isEmpty ? $0.label : $0.code, $0.amount)
            })
    }
}
