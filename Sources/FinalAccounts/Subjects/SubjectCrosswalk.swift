import Platform

/// Which codes gave way to which, so that a series does not break when a code changes.
///
/// The text is tab-separated with the columns `old_code`, `old_name`, `new_code`, `new_name`, `first_year`,
/// `relation` (`moved`, `merged`, `split`) and `old_code_reused` (`yes`, `no`). A split has a row for every new code.
/// Codes that only changed their name are not here: ``SubjectDictionary`` has their names.
///
/// ```swift
/// crosswalk.succession(of: "2080504").code     // "2080501": merged in 2020
/// ```
public struct SubjectCrosswalk: Sendable {
    /// The changes in order of old code.
    public let changes: [SubjectChange]

    /// A crosswalk that joins nothing.
    public static let none = SubjectCrosswalk(changes: [])

    private init(changes: [SubjectChange]) {
        self.changes = changes
    }

    /// Reads a crosswalk.
    ///
    /// - Throws: `ReadError` on a missing column, a malformed cell, a change from one level to another, a
    ///   code that moves to two places without being split, or codes that lead in a circle.
    public init(parsing text: String, scheme: SubjectScheme = .china) throws(ReadError) {
        let columns = [
            "old_code", "old_name", "new_code", "new_name", "first_year", "relation", "old_code_reused",
        ]
        let table = try SubjectTable(parsing: text, name: "crosswalk", columns: columns)
        var changes: [SubjectChange] = []
        changes.reserveCapacity(table.rows.count)
        for row in table.rows {
            changes.append(try Self.change(row, of: table, scheme: scheme))
        }
        changes.sort { ($0.oldCode, $0.newCode) < ($1.oldCode, $1.newCode) }
        self.changes = changes
        try check()
    }

    /// The crosswalk with changes of one's own beside it, which go before those of the same old code.
    ///
    /// - Throws: `ReadError` where together they lead a code in a circle.
    package func joined(with own: SubjectCrosswalk) throws(ReadError) -> SubjectCrosswalk {
        let codes = Set(own.changes.map(\.oldCode))
        let joined = SubjectCrosswalk(
            changes: (changes.filter { !codes.contains($0.oldCode) } + own.changes).sorted {
                ($0.oldCode, $0.newCode) < ($1.oldCode, $1.newCode)
            })
        try joined.check()
        return joined
    }

    private static func change(
        _ row: SubjectTable.Row, of table: SubjectTable, scheme: SubjectScheme
    ) throws(ReadError) -> SubjectChange {
        let old = try table.code(row, 0, scheme: scheme)
        let new = try table.code(row, 2, scheme: scheme)
        guard old.utf8.count == new.utf8.count, old != new else {
            throw ReadError(
                table: table.name, line: row.line,
                Bilingual(
                    "\(old) 不能改为 \(new)，应为同级次的另一编码", "\(old) cannot become \(new): expected another code of its level"))
        }
        guard let year = try table.year(row, 4) else {
            throw ReadError(
                table: table.name, line: row.line,
                Bilingual("缺少 first_year，请填写 \(new) 启用的年度", "no first_year; write the year \(new) begins"))
        }
        let relationName = table.text(row, 5)
        guard let relation = SubjectChange.Relation(rawValue: relationName) else {
            throw ReadError(
                table: table.name, line: row.line,
                Bilingual(
                    "“\(relationName)”不是科目沿革关系，请填写 moved、merged 或 split",
                    "'\(relationName)' is no relation; write moved, merged or split"))
        }
        let reused = table.text(row, 6)
        guard reused == "yes" || reused == "no" else {
            throw ReadError(
                table: table.name, line: row.line,
                Bilingual(
                    "old_code_reused 为“\(reused)”，请填写 yes 或 no", "old_code_reused is '\(reused)'; write yes or no"))
        }
        return SubjectChange(
            oldCode: old, oldName: table.text(row, 1), newCode: new, newName: table.text(row, 3),
            firstYear: year, relation: relation, isReused: reused == "yes")
    }

    private func check() throws(ReadError) {
        for (change, next) in zip(changes, changes.dropFirst()) where change.oldCode == next.oldCode {
            guard change.relation == .split, next.relation == .split else {
                throw ReadError(
                    table: "crosswalk",
                    Bilingual(
                        "\(change.oldCode) 同时改为 \(change.newCode) 和 \(next.newCode)，一拆为多的编码每行都应填 split",
                        "\(change.oldCode) goes to \(change.newCode) and \(next.newCode); a code "
                            + "with several successors has the relation split in every row"))
            }
        }
        for change in changes {
            var code = change.newCode
            var steps = 0
            while let next = self.changes(of: code).first, next.relation != .split {
                code = next.newCode
                steps += 1
                guard steps <= changes.count else {
                    throw ReadError(
                        table: "crosswalk",
                        Bilingual(
                            "\(change.oldCode) 的沿革首尾循环，请删除其中一行", "\(change.oldCode) leads in a circle; remove one row"))
                }
            }
        }
    }

    /// The rows of an old code: none, one, or the parts of a split.
    public func changes(of code: some StringProtocol) -> ArraySlice<SubjectChange> {
        changes.elements(of: String(code), by: \.oldCode)
    }

    /// Follows a code to the newest one that its figures can be joined to.
    ///
    /// - Parameters:
    ///   - code: the code as a document gives it.
    ///   - year: the year of the figure; it matters only for codes that have been used again for something else.
    public func succession(of code: String, in year: FiscalYear? = nil) -> SubjectSuccession {
        var newest = code
        var taken: [SubjectChange] = []
        while true {
            let next = changes(of: newest)
            guard let change = next.first, change.applies(in: year) else {
                return SubjectSuccession(code: newest, changes: taken, division: [])
            }
            guard change.relation != .split else {
                return SubjectSuccession(code: newest, changes: taken, division: Array(next))
            }
            taken.append(change)
            newest = change.newCode
        }
    }
}

/// Where a code leads.
public struct SubjectSuccession: Hashable, Sendable {
    /// The newest code; the code itself where nothing changed.
    public let code: String
    /// The changes on the way, the oldest first.
    public let changes: [SubjectChange]
    /// The parts that `code` was split into, where it was: its figures stay with it.
    public let division: [SubjectChange]
}
