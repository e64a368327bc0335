import FinalAccounts
import OfficialForm

/// Tells which subject or line of the form a recognized row is, and sets misread letters of its name right.
///
/// A code and a name vouch for each other: the classification says what the subject of that code is called. Without
/// the classification, two tables that read the same code with the same name do. The labels of the two-sided tables
/// are a closed list with numbers.
struct RowIdentity {
    private let subjects: SubjectCatalog?
    /// For each code, its names and how many tables read them so.
    private var seen: [String: [String: Int]] = [:]

    init(_ tables: [DisclosureTable], subjects: SubjectCatalog?) {
        self.subjects = subjects
        for table in tables {
            for row in table.rows {
                guard let code = row.code else { continue }
                seen[code, default: [:]][TableText.spelling(row.label), default: 0] += 1
            }
        }
    }

    /// The label of a row as it has to be; `nil` where it is in doubt.
    func label(of index: Int, in table: DisclosureTable) -> String? {
        let row = table.rows[index]
        if row.side != nil { return sideLabel(of: index, in: table) }
        if let code = row.code {
            let isAlone = table.rows.count { $0.code == code } == 1
            return isAlone && hasParent(code, in: table) ? name(row.label, of: code, in: table.kind) : nil
        }
        let folded = TableText.folded(row.label.unicodeScalars)
        return Self.sums.contains(folded) ? row.label : LikeWords.nearest(to: folded, among: Self.sums)
    }

    private static let sums = ["合计", "总计", "人员经费合计", "公用经费合计"]

    /// Whether the wider levels of a code stand in the table too; a misread code has none.
    private func hasParent(_ code: String, in table: DisclosureTable) -> Bool {
        let levels = table.kind == .basicExpenditure ? [3, 5] : [3, 5, 7]
        guard levels.contains(code.count) else { return false }
        return code.count == 3 || table.rows.contains { $0.code == String(code.dropLast(2)) }
    }

    private func name(_ label: String, of code: String, in kind: TableKind) -> String? {
        guard let subjects else {
            return (seen[code]?[TableText.spelling(label)] ?? 0) > 1 ? label : nil
        }
        let dictionary = kind == .basicExpenditure ? subjects.economic : subjects.functional
        let read = TableText.spelling(label)
        let names = dictionary.entries(of: code).map(\.name)
        if names.contains(where: { TableText.spelling($0) == read }) { return label }
        let letters = Array(read.unicodeScalars)
        let nearest = names.map { name in
            (name: name, distance: EditDistance.between(letters, TableText.spelling(name).unicodeScalars))
        }.min { $0.distance < $1.distance }
        guard let nearest, nearest.distance * 3 <= nearest.name.count else { return nil }
        return nearest.name
    }

    // MARK: Two-sided tables

    private func sideLabel(of index: Int, in table: DisclosureTable) -> String? {
        let label = table.rows[index].label
        let folded = TableText.folded(label.unicodeScalars)
        guard let comma = folded.firstIndex(of: "、"), folded[..<comma].count <= 3 else {
            if FormRows.ends.contains(folded) { return label }
            return LikeWords.nearest(to: folded, among: FormRows.ends).map(Self.printed)
        }
        let words = String(folded[comma...].dropFirst())
        let numbered = FormRows.numbered
        guard let word = numbered.contains(words) ? words : LikeWords.nearest(to: words, among: numbered),
            let mark = mark(String(folded[..<comma]), of: word, at: index, in: table)
        else { return nil }
        return word == words && folded.opens(with: mark + "、") ? label : Self.printed(mark + "、" + word)
    }

    /// The number before a label: as read where it is in order, the form's own where it is none and one letter off.
    private func mark(_ read: String, of word: String, at index: Int, in table: DisclosureTable) -> String? {
        let number = OutlineMark(in: Array((read + "、").unicodeScalars), at: 0)?.number
        if let number, ChineseNumeral.text(number) == read {
            return isInOrder(number, word, at: index, in: table) ? read : nil
        }
        guard let own = FormRows.number(of: word).map(ChineseNumeral.text),
            EditDistance.between(read.unicodeScalars, own.unicodeScalars) <= 1
        else { return nil }
        return own
    }

    /// Whether a row's number is the form's own for its label, or goes on from that of the row above.
    private func isInOrder(_ number: Int, _ word: String, at index: Int, in table: DisclosureTable) -> Bool {
        if FormRows.number(of: word) == number { return true }
        let above = table.rows[..<index].last { $0.side == table.rows[index].side }.flatMap { row in
            OutlineMark(in: Array(TableText.folded(row.label.unicodeScalars).unicodeScalars), at: 0)
        }
        return number == (above?.number ?? 0) + 1
    }

    /// A folded label as it is printed.
    private static func printed(_ folded: String) -> String {
        folded.replacing("(", with: "（").replacing(")", with: "）")
    }
}
