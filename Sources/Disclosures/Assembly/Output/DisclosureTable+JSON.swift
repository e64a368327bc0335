import FinalAccounts
import Interchange
import OfficialForm

extension DisclosureTable {
    /// The table as `read` prints it.
    var json: JSONValue {
        .members([
            "kind": .string(kind.rawValue), "title": .string(title), "page": page.map(JSONValue.integer),
            "sheet": sheet.map(JSONValue.string), "statedEmpty": .boolean(isStatedEmpty),
            "isBudget": isBudget ? .boolean(true) : nil,
            "rows": .array(rows.map { $0.json(columns: columns) }), "notes": .array(notes.map(JSONValue.string)),
        ])
    }
}

extension TableRow {
    /// The row with its amounts in yuan by column; blank cells are absent.
    fileprivate func json(columns: [TableColumn]) -> JSONValue {
        var amounts: [String: JSONValue] = [:]
        // The right side of a table of two has the last of its columns.
        let first = side == .expenditure ? columns.count - cells.count : 0
        for (index, cell) in cells.enumerated() {
            guard let stated = cell.amount else { continue }
            let column = first + index
            let header = columns.indices.contains(column) ? columns[column].header : "column \(column + 1)"
            amounts[cell.role?.rawValue ?? header] = stated.amount.json
        }
        return .members([
            "code": code.map(JSONValue.string), "label": .string(label),
            "side": (side?.rawValue).map(JSONValue.string), "page": page.map(JSONValue.integer),
            "amounts": .object(amounts),
        ])
    }
}
