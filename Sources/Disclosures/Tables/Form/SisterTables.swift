import OfficialForm
import Platform

/// Tables of one document that list the same subjects: what one calls by a code, the others must call so too.
enum SisterTables {
    /// A diagnostic for each table whose codes contradict those of a table before it.
    static func contradictions(in tables: [DisclosureTable]) -> [Diagnostic] {
        let sisters = tables.filter { $0.rows.contains { $0.code != nil } && $0.kind != .basicExpenditure }
        return sisters.indices.compactMap { index in
            sisters[..<index].lazy.compactMap { contradiction(sisters[index], $0) }.first
        }
    }

    private static func contradiction(_ table: DisclosureTable, _ sister: DisclosureTable) -> Diagnostic? {
        let names = names(of: sister)
        let others = Set(names.values)
        for row in table.rows {
            guard let code = row.code, let name = names[code], !row.label.isEmpty else { continue }
            // A name spelled in another way is no contradiction; one that has another code is.
            let spelled = TableText.spelling(row.label)
            guard spelled != name, others.contains(spelled) else { continue }
            return Diagnostic(
                kind: .unreadablePart, page: row.page, quote: "\(code) \(row.label)",
                message:
                    Bilingual(
                        "“\(table.title)”的编码与“\(sister.title)”的不符：后者的 \(code) 为“\(name)”，请查看哪一张读错",
                        "the codes of the table \(table.title) contradict those of the table \(sister.title): "
                            + "\(code) is \(name) there; look which of them was read wrongly"))
        }
        return nil
    }

    /// Names by code, a name that several codes have left out.
    private static func names(of table: DisclosureTable) -> [String: String] {
        var names: [String: String] = [:]
        for row in table.rows {
            if let code = row.code, !row.label.isEmpty { names[code] = TableText.spelling(row.label) }
        }
        let times = names.values.reduce(into: [String: Int]()) { $0[$1, default: 0] += 1 }
        return names.filter { times[$0.value] == 1 }
    }
}
