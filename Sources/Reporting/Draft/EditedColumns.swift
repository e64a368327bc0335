import FinalAccounts
import Platform

/// Where the columns of an edited sheet are, found by their headings in any language.
struct EditedColumns {
    let headRow: Int
    let depth: Int
    let code: Int
    let name: Int
    let suggested: Int
    let adjustment: Int
    let final: Int
    let remark: Int
    /// `nil` in workbooks of before 0.2.0.
    let approval: Int?

    /// How far down the headings are looked for.
    private static let searchedRows = 30

    init(sheet: WorkbookCells, file: String) throws(ReadError) {
        let wanted: [Bilingual] = [
            .levelShort, .subjectCode, .subject, .suggested, .adjustment, .finalBudget, .remark,
        ]
        for row in sheet.rows.indices.prefix(Self.searchedRows) {
            let found = wanted.map { Self.column(of: $0, in: sheet.rows[row]) }
            let columns = found.compactMap { $0 }
            guard columns.count == wanted.count else { continue }
            headRow = row
            (depth, code, name) = (columns[0], columns[1], columns[2])
            approval = Self.column(of: .approval, in: sheet.rows[row])
            (suggested, adjustment, final, remark) = (columns[3], columns[4], columns[5], columns[6])
            return
        }
        let heads = wanted.joined()
        throw ReadError(
            .data, file: file, place: Bilingual(verbatim: sheet.name),
            problem: Bilingual("表头不全", "the headings are not all there"),
            remedy: Bilingual(
                "请恢复 \(heads.zhHans) 各列后重新运行", "restore the columns \(heads.en) and run again"))
    }

    private static func column(of phrase: Bilingual, in row: [WorkbookCells.Cell]) -> Int? {
        var words = Language.allCases.map { phrase.text(in: $0) }
        // What the column was called before 0.2.0.
        if phrase == .suggested { words += ["建议预算", "Suggested"] }
        return row.firstIndex { words.contains($0.text.trimmed) }
    }
}
