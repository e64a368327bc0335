/// A table of tab-separated values with a header row, read in one pass over its bytes.
///
/// Lines end in LF or CRLF; empty lines and lines that begin with `#` are passed over.
struct SubjectTable {
    /// One row: the number of its line and its cells, as many as the header has.
    struct Row {
        let line: Int
        let cells: [Substring]
    }

    let name: String
    let rows: [Row]

    /// Reads the columns named, in that order, whatever their order in the text; further columns are left out.
    init(parsing text: String, name: String, columns: [String]) throws(SubjectDataError) {
        self.name = name
        var positions: [Int]?
        var rows: [Row] = []
        rows.reserveCapacity(2048)
        var line = 0
        for record in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            line += 1
            let bytes = record.last == UInt8(ascii: "\r") ? record.dropLast() : record
            if bytes.isEmpty || bytes.first == UInt8(ascii: "#") { continue }
            let cells = bytes.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
                .map { Substring($0) }
            guard let known = positions else {
                positions = try Self.positions(of: columns, in: cells, table: name, line: line)
                continue
            }
            guard let last = known.max(), cells.count > last else {
                throw SubjectDataError(
                    table: name, line: line, "\(cells.count) cells, expected at least \(columns.count) between tabs")
            }
            rows.append(Row(line: line, cells: known.map { cells[$0] }))
        }
        guard positions != nil else {
            throw SubjectDataError(
                table: name, "empty; expected a header row with \(columns.joined(separator: ", "))")
        }
        self.rows = rows
    }

    private static func positions(
        of columns: [String], in header: [Substring], table: String, line: Int
    ) throws(SubjectDataError) -> [Int] {
        var result: [Int] = []
        for column in columns {
            guard let position = header.firstIndex(of: Substring(column)) else {
                throw SubjectDataError(
                    table: table, line: line, "no column '\(column)'; the header row has to name \(columns)")
            }
            result.append(position)
        }
        return result
    }

    /// A cell that holds a code: digits only, of a length the scheme has.
    func code(_ cell: Substring, scheme: SubjectScheme, line: Int) throws(SubjectDataError) -> String {
        guard !cell.isEmpty, cell.utf8.allSatisfy({ (0x30...0x39).contains($0) }), scheme.level(of: cell) != nil else {
            throw SubjectDataError(
                table: name, line: line, "'\(cell)' is no code; expected \(scheme.lengths) digits")
        }
        return String(cell)
    }

    /// A cell that holds a year or nothing.
    func year(_ cell: Substring, line: Int) throws(SubjectDataError) -> Int? {
        if cell.isEmpty { return nil }
        guard let year = Int(cell), FiscalYear.plausible.contains(year) else {
            throw SubjectDataError(table: name, line: line, "'\(cell)' is no year; write four digits or nothing")
        }
        return year
    }
}
