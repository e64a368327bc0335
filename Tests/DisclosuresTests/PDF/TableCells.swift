import Disclosures
import FinalAccounts

/// Every amount of a disclosure's tables as one comparable line of text, for holding against a golden file.
enum TableCells {
    static func found(_ tables: [DisclosureTable], withPages: Bool) -> Set<String> {
        var cells: Set<String> = []
        for table in tables {
            for row in table.rows {
                for cell in row.cells {
                    guard let amount = cell.amount else { continue }
                    let page = withPages ? [row.page.map(String.init) ?? ""] : []
                    let place = [table.kind.rawValue] + page + [row.side?.rawValue ?? "", row.code ?? "", row.label]
                    let value = amount.amount.formatted(unit: .wan, decimals: 2)
                    cells.insert((place + [cell.role?.rawValue ?? "", value]).joined(separator: ","))
                }
            }
        }
        return cells
    }

    static func golden(_ name: String, withPages: Bool) throws -> Set<String> {
        try truth(Golden.rows(name), withPages: withPages)
    }

    /// The cells that rows of a golden file tell of.
    static func truth(_ rows: [[String: String]], withPages: Bool) throws -> Set<String> {
        let page = withPages ? ["page"] : []
        let columns = ["table"] + page + ["side", "code", "label", "column"]
        return Set(
            try rows.map { row in
                let value = try Amount(parsing: row["amount_wan"] ?? "", unit: .wan).formatted(unit: .wan, decimals: 2)
                return (columns.map { row[$0] ?? "" } + [value]).joined(separator: ",")
            })
    }
}
