import Disclosures
import FinalAccounts

extension FactBase.Table {
    /// The row of a subject: by its code where both have one, else by its name, the levels above deciding between
    /// rows of one name.
    func row(of subject: Subject) -> FactBase.Row? {
        if let code = subject.code, let row = rows.first(where: { $0.row.code == code }) { return row }
        let name = SubjectNames.stem(subject.name)
        let named = rows.filter { SubjectNames.stem($0.row.label) == name && $0.row.level == subject.level }
        if named.count <= 1 { return named.first }
        return named.first { row in
            guard let code = row.row.code else { return false }
            let above = path(of: code).dropLast().map { SubjectNames.stem($0) }
            return above == subject.names.dropLast().map { SubjectNames.stem($0) }
        }
    }

    /// The labels from the widest level down to a code's own, as far as the table has them.
    func path(of code: String) -> [String] {
        [3, 5, 7].filter { $0 <= code.utf8.count }.compactMap { length in
            rows.first { $0.row.code == String(code.prefix(length)) }?.row.label
        }
    }
}

extension TableRow {
    /// The level its code stands at; `nil` without a code.
    var level: SubjectLevel? { code.flatMap { SubjectScheme.china.level(of: $0) } }
}
