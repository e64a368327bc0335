import Platform

/// A table of tab-separated values with a header row, read in one pass over its bytes.
///
/// Lines end in LF or CRLF; empty lines and lines that begin with `#` are passed over. Cells are ranges of one array of
/// bytes: thousands of small strings would take longer to make than the table takes to read.
struct SubjectTable {
    /// One row: the number of its line and where its cells lie, in the order of the columns asked for.
    struct Row {
        let line: Int
        fileprivate let first: Int
    }

    let name: String
    private(set) var rows: [Row] = []
    private var cells: [Range<Int>] = []
    private let bytes: [UInt8]

    /// Reads the columns named, whatever their order in the text; further columns are left out.
    init(parsing text: String, name: String, columns: [String]) throws(ReadError) {
        self.name = name
        bytes = Array(text.utf8)
        var positions: [Int]?
        var line = 0
        var start = 0
        while start < bytes.count {
            line += 1
            let end = index(of: UInt8(ascii: "\n"), from: start, before: bytes.count)
            let last = end > start && bytes[end - 1] == UInt8(ascii: "\r") ? end - 1 : end
            defer { start = end + 1 }
            if last == start || bytes[start] == UInt8(ascii: "#") { continue }
            let found = split(start..<last)
            guard let known = positions else {
                positions = try self.positions(of: columns, in: found, line: line)
                continue
            }
            try append(found, at: known, line: line)
        }
        guard positions != nil else {
            throw ReadError(
                table: name,
                Bilingual(
                    "表是空的，应有表头 \(columns.joined(separator: "、"))",
                    "empty; expected a header row with \(columns.joined(separator: ", "))"))
        }
    }

    private func index(of byte: UInt8, from start: Int, before end: Int) -> Int {
        var position = start
        while position < end, bytes[position] != byte { position += 1 }
        return position
    }

    private func split(_ line: Range<Int>) -> [Range<Int>] {
        var found: [Range<Int>] = []
        found.reserveCapacity(8)
        var start = line.lowerBound
        while true {
            let end = index(of: UInt8(ascii: "\t"), from: start, before: line.upperBound)
            found.append(start..<end)
            if end == line.upperBound { return found }
            start = end + 1
        }
    }

    private func positions(
        of columns: [String], in header: [Range<Int>], line: Int
    ) throws(ReadError) -> [Int] {
        let names = header.map { String(decoding: bytes[$0], as: UTF8.self) }
        var result: [Int] = []
        for column in columns {
            guard let position = names.firstIndex(of: column) else {
                throw ReadError(
                    table: name, line: line,
                    Bilingual(
                        "缺少“\(column)”列，表头应为 \(columns.joined(separator: "、"))",
                        "no column '\(column)'; the header row has to name \(columns)"))
            }
            result.append(position)
        }
        return result
    }

    private mutating func append(
        _ found: [Range<Int>], at positions: [Int], line: Int
    ) throws(ReadError) {
        rows.append(Row(line: line, first: cells.count))
        for position in positions {
            guard position < found.count else {
                throw ReadError(
                    table: name, line: line,
                    Bilingual(
                        "以制表符分隔的单元格有 \(found.count) 个，至少应有 \(position + 1) 个",
                        "\(found.count) cells between tabs; expected at least \(position + 1)"))
            }
            cells.append(found[position])
        }
    }

    /// The text of a cell.
    func text(_ row: Row, _ column: Int) -> String {
        String(decoding: bytes[cells[row.first + column]], as: UTF8.self)
    }

    /// A cell that holds a code: digits only, of a length the scheme has.
    func code(_ row: Row, _ column: Int, scheme: SubjectScheme) throws(ReadError) -> String {
        let cell = bytes[cells[row.first + column]]
        let code = String(decoding: cell, as: UTF8.self)
        guard cell.allSatisfy({ (0x30...0x39).contains($0) }), scheme.level(of: code) != nil else {
            throw ReadError(
                table: name, line: row.line,
                Bilingual(
                    "“\(code)”不是编码，应为数字，位数为 \(scheme.lengths)",
                    "'\(code)' is no code; expected digits, as many as \(scheme.lengths)"))
        }
        return code
    }

    /// A cell that holds a year or nothing.
    func year(_ row: Row, _ column: Int) throws(ReadError) -> Int? {
        if cells[row.first + column].isEmpty { return nil }
        let cell = text(row, column)
        guard let year = Int(cell), FiscalYear.plausible.contains(year) else {
            throw ReadError(
                table: name, line: row.line,
                Bilingual("“\(cell)”不是年度，请填写四位数字或留空", "'\(cell)' is no year; write four digits or nothing"))
        }
        return year
    }
}
