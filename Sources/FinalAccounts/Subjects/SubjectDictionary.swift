import Platform

/// A classification as data: every code with its names, levels and years.
///
/// The text is tab-separated with the columns `code`, `name`, `level`, `first_year` and `last_year` (others are left
/// out); `level` is `category`, `section` or `item` and has to agree with the length of the code. The dictionary reads
/// no files: the text is handed to it.
///
/// ```swift
/// let dictionary = try SubjectDictionary(parsing: text)
/// dictionary.name(of: "2080505")                            // 机关事业单位基本养老保险缴费支出
/// dictionary.resolve(Subject(names: ["一般公共服务支出", "组织事务", "行政运行"])).entry?.code    // 2013201
/// ```
public struct SubjectDictionary: Sendable {
    /// How the codes nest.
    public let scheme: SubjectScheme
    /// The rows in order of code, then year.
    public let entries: [SubjectEntry]
    /// The hashed spellings of all names in ascending order: a sorted list is built faster than a hash table of
    /// strings, which would normalise every Chinese name to hash it.
    private let spellings: [UInt64]
    /// The position in `entries` that belongs to each element of `spellings`.
    private let positions: [Int]

    /// Reads a dictionary.
    ///
    /// - Parameters:
    ///   - text: the table, see ``SubjectDictionary``.
    ///   - name: what errors call the table.
    ///   - scheme: how codes nest; the codes of `text` have its lengths.
    /// - Throws: `ReadError` on a missing column, a malformed cell, a code without its parent, or two names
    ///   for one code in one year.
    public init(
        parsing text: String, name: String = "functional", scheme: SubjectScheme = .china
    ) throws(ReadError) {
        let table = try SubjectTable(
            parsing: text, name: name, columns: ["code", "name", "level", "first_year", "last_year"])
        var entries: [SubjectEntry] = []
        entries.reserveCapacity(table.rows.count)
        for row in table.rows {
            entries.append(try Self.entry(row, of: table, scheme: scheme))
        }
        entries.sort { ($0.code, $0.firstYear ?? Int.min) < ($1.code, $1.firstYear ?? Int.min) }
        self.scheme = scheme
        self.entries = entries
        let index = entries.indices.map { (SubjectSpelling(entries[$0].name).hash, $0) }.sorted { $0 < $1 }
        spellings = index.map(\.0)
        positions = index.map(\.1)
        try check(named: name)
    }

    private static func entry(
        _ row: SubjectTable.Row, of table: SubjectTable, scheme: SubjectScheme
    ) throws(ReadError) -> SubjectEntry {
        let code = try table.code(row, 0, scheme: scheme)
        let name = table.text(row, 1)
        guard !name.isEmpty else {
            throw ReadError(table: table.name, line: row.line, Bilingual("编码 \(code) 没有名称", "code \(code) has no name"))
        }
        let stated = table.text(row, 2)
        guard let level = scheme.level(of: code), scheme.name(of: level) == stated else {
            throw ReadError(
                table: table.name, line: row.line,
                Bilingual("“\(stated)”不是编码 \(code) 的级次", "'\(stated)' is not the level of code \(code)"))
        }
        let first = try table.year(row, 3)
        let last = try table.year(row, 4)
        guard first ?? Int.min <= last ?? Int.max else {
            throw ReadError(
                table: table.name, line: row.line, Bilingual("编码 \(code) 停用早于启用", "code \(code) ends before it begins"))
        }
        return SubjectEntry(code: code, name: name, level: level, firstYear: first, lastYear: last)
    }

    private func check(named table: String) throws(ReadError) {
        for (entry, next) in zip(entries, entries.dropFirst()) where entry.code == next.code {
            guard let last = entry.lastYear, let first = next.firstYear, last < first else {
                throw ReadError(
                    table: table,
                    Bilingual(
                        "编码 \(entry.code) 在同一年度既是“\(entry.name)”又是“\(next.name)”",
                        "code \(entry.code) is both '\(entry.name)' and '\(next.name)' in one year"))
            }
        }
        // In order of code a parent stands before its children, so one open code a level is enough to find it.
        var open = Array(repeating: "", count: scheme.lengths.count + 1)
        for entry in entries {
            guard entry.code.hasPrefix(open[entry.level.depth - 1]),
                entry.level.depth == 1 || open[entry.level.depth - 1] != ""
            else {
                throw ReadError(
                    table: table, Bilingual("编码 \(entry.code) 在表中没有上级", "code \(entry.code) has no parent in the table")
                )
            }
            open[entry.level.depth] = entry.code
        }
    }

    /// All rows of a code, in order of year; empty for a code that is not in the dictionary.
    public func entries(of code: some StringProtocol) -> ArraySlice<SubjectEntry> {
        entries.elements(of: String(code), by: \.code)
    }

    /// The row of a code that is valid in `year`; without a year, or where the code is not valid in it, the last.
    public func entry(of code: some StringProtocol, in year: FiscalYear? = nil) -> SubjectEntry? {
        let rows = entries(of: code)
        return rows.last { $0.isValid(in: year) } ?? rows.last
    }

    /// The name of a code in `year`; without a year, its newest.
    public func name(of code: some StringProtocol, in year: FiscalYear? = nil) -> String? {
        entry(of: code, in: year)?.name
    }

    /// The names from the widest level down to the code's own; empty for a code that is not in the dictionary.
    public func path(of code: some StringProtocol, in year: FiscalYear? = nil) -> [String] {
        guard let name = name(of: code, in: year) else { return [] }
        guard let parent = scheme.parent(of: code) else { return [name] }
        return path(of: parent, in: year) + [name]
    }

    /// Positions in ``entries`` of the rows whose name has this spelling, in order of code.
    func positions(spelled hash: UInt64) -> ArraySlice<Int> {
        let found = spellings.elements(of: hash, by: \.self)
        return positions[found.startIndex..<found.endIndex]
    }
}
