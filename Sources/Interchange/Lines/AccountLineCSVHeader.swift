import FinalAccounts
import Platform

/// The header row: which cell holds which column, and in which unit.
///
/// A file may begin with `sep=;` as spreadsheet programs write it, with rows that hold nothing, and with a title and a
/// row that states the unit; the header is the first row of the first dozen that names the columns of account lines.
struct AccountLineCSVHeader: Sendable {
    /// The position of each column; absent where the file does not have it.
    private(set) var positions: [AccountLineColumn: Int] = [:]
    /// The unit that a column's name states.
    private(set) var units: [AccountLineColumn: AmountUnit] = [:]
    /// The unit that a row over the header states.
    private(set) var captionUnit: AmountUnit?
    /// The header cells as printed.
    private(set) var names: [String] = []
    /// Header cells that are no part of the interface.
    private(set) var unknown: [String] = []
    /// A column that stands twice.
    private(set) var duplicate: String?
    /// A column whose amounts are in no unit of yuan, with that unit.
    private(set) var foreign: String?
    /// The separator of the file.
    private(set) var delimiter: UInt8
    /// The row it stands in, counted from 1 as people count.
    private(set) var row = 1
    /// How many rows that hold something stand up to it, itself included.
    private(set) var rowsRead = 0
    private let map: AccountLineColumnMap?

    private static let mostRows = 12

    init(_ bytes: [UInt8], map: AccountLineColumnMap? = nil) {
        self.map = map
        let start = CSVDialect.start(of: bytes)
        let firstLine = bytes[min(start, bytes.count)...].prefix(4096).prefix { $0 != 0x0A && $0 != 0x0D }
        delimiter = CSVDialect.separator(statedBy: firstLine) ?? CSVDialect.delimiter(in: firstLine)
        let candidates = [delimiter, CSVDialect.delimiter(in: bytes.prefix(4096))]
        for candidate in candidates where find(bytes, delimiter: candidate) { return }
        // No row names enough: what the first lacks is said.
        delimiter = candidates[0]
        var scanner = CSVScanner(bytes, delimiter: delimiter)
        var cells: [CSVScanner.Cell] = []
        if (try? scanner.next(into: &cells)) == true {
            take(cells.map { $0.text(in: bytes) }, row: scanner.row, count: 1)
        }
    }

    private mutating func find(_ bytes: [UInt8], delimiter: UInt8) -> Bool {
        var scanner = CSVScanner(bytes, delimiter: delimiter)
        var cells: [CSVScanner.Cell] = []
        var unit: AmountUnit?
        var count = 0
        while count < Self.mostRows, (try? scanner.next(into: &cells)) == true {
            count += 1
            let texts = cells.map { $0.text(in: bytes) }
            var header = self
            header.delimiter = delimiter
            header.take(texts, row: scanner.row, count: count)
            if header.missing == nil {
                header.captionUnit = unit
                self = header
                return true
            }
            unit = texts.lazy.compactMap { AccountLineColumn.captionUnit($0) }.first ?? unit
        }
        return false
    }

    private mutating func take(_ texts: [String], row: Int, count: Int) {
        self.row = row
        rowsRead = count
        for (index, name) in texts.enumerated() {
            names.append(name)
            guard let column = map?.column(of: name) ?? (map == nil ? AccountLineColumn(header: name) : nil) else {
                if !name.isEmpty { unknown.append(name) }
                continue
            }
            if positions[column] != nil { duplicate = name }
            positions[column] = index
            units[column] = AccountLineColumn.statedUnit(name)
            if AccountLineColumn.isForeign(header: name) { foreign = name }
        }
    }

    /// What is missing for account lines; `nil` when nothing is.
    var missing: Bilingual? {
        if positions[.fiscalYear] == nil, map?.fiscalYear == nil {
            return Bilingual("年度列（fiscal_year）", "a column fiscal_year (“年度”)")
        }
        if positions[.subjectCode] == nil, positions[.subjectName] == nil {
            return Bilingual(
                "科目编码列（subject_code）或科目名称列（subject_name）",
                "a column subject_code (“科目编码”) or subject_name (“科目名称”)")
        }
        if positions[.actual] == nil, positions[.initialBudget] == nil, positions[.adjustedBudget] == nil {
            return Bilingual(
                "决算数列（actual）、年初预算列（initial_budget）或调整预算列（adjusted_budget）",
                "a column actual (“决算数”), initial_budget (“年初预算”) or adjusted_budget (“调整预算”)")
        }
        return nil
    }
}
