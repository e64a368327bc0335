/// The header row: which cell holds which column.
struct AccountLineCSVHeader: Sendable {
    /// The position of each column; absent where the file does not have it.
    private(set) var positions: [AccountLineColumn: Int] = [:]
    /// The header cells as printed.
    private(set) var names: [String] = []
    /// Header cells that are no part of the interface.
    private(set) var unknown: [String] = []
    /// A column that stands twice.
    private(set) var duplicate: String?
    /// The separator of the file.
    let delimiter: UInt8

    init(_ bytes: [UInt8]) {
        delimiter = CSVDialect.delimiter(in: bytes.prefix(4096).prefix { $0 != 0x0A && $0 != 0x0D })
        var scanner = CSVScanner(bytes, delimiter: delimiter)
        var cells: [CSVScanner.Cell] = []
        guard (try? scanner.next(into: &cells)) == true else { return }
        for (index, cell) in cells.enumerated() {
            let name = cell.text(in: bytes)
            names.append(name)
            guard let column = AccountLineColumn(header: name) else {
                if !name.isEmpty { unknown.append(name) }
                continue
            }
            if positions[column] != nil { duplicate = name }
            positions[column] = index
        }
    }

    /// What is missing for account lines; `nil` when nothing is.
    var missing: String? {
        if positions[.fiscalYear] == nil { return "a column fiscal_year (年度)" }
        if positions[.subjectCode] == nil, positions[.subjectName] == nil {
            return "a column subject_code (科目编码) or subject_name (科目名称)"
        }
        if positions[.actual] == nil, positions[.initialBudget] == nil, positions[.adjustedBudget] == nil {
            return "a column actual (决算数), initial_budget (年初预算) or adjusted_budget (调整预算)"
        }
        return nil
    }
}
