import Disclosures
import FinalAccounts
import OfficialForm
import Platform

/// Codes and names of table rows, with one another and with the classification.
enum CodeNameRule: ConsistencyRule {
    static let about = RuleDescription(
        "code-name", .tables, .warning, title: Bilingual("科目编码与名称", "Code and name"),
        compares: Bilingual(
            "各表同一编码的名称；编码、名称与政府收支分类科目（需提供科目表）；编码的上级是否列出",
            "the names of one code in all tables; code and name with the classification, where the dictionary is given"),
        tolerance: Bilingual("“支出”二字、括号、空格的差异及曾用名不计", "a closing “支出”, brackets, blanks and former names do not count"),
        example: "2080505 机关事业单位职业年金缴费支出（应为2080506）")

    static func findings(in context: CheckContext) -> [RuleFinding] {
        let rows = context.facts.tables.filter { coded.contains($0.kind) }.flatMap(\.rows).filter { $0.row.code != nil }
        var reported: Set<String> = []
        let againstDictionary = rows.compactMap { row in
            finding(row, context).flatMap {
                reported.insert("\(row.row.code ?? "")|\(row.row.label)").inserted ? $0 : nil
            }
        }
        let known = Set(againstDictionary.compactMap(\.stated))
        return againstDictionary + amongTables(rows, except: known)
    }

    private static let coded: Set<TableKind> = [
        .income, .expenditure, .generalPublicExpenditure, .governmentFund, .stateCapital,
    ]

    private static func finding(_ row: FactBase.Row, _ context: CheckContext) -> RuleFinding? {
        guard let dictionary = context.subjects, let code = row.row.code, !row.row.label.isEmpty else { return nil }
        let entries = dictionary.entries(of: code)
        let label = SubjectNames.stem(row.row.label)
        guard let official = dictionary.name(of: code, in: context.disclosure.fiscalYear),
            !entries.contains(where: { SubjectNames.stem($0.name) == label })
        else { return nil }
        // A name that wraps and was read in part is no other name.
        let names = entries.map { SubjectNames.stem($0.name) }
        guard !names.contains(where: { $0.opens(with: label) || label.opens(with: $0) }) else { return nil }
        return finding(row, stated: "\(code) \(row.row.label)", right: "\(code) \(official)")
    }

    private static func amongTables(_ rows: [FactBase.Row], except known: Set<String>) -> [RuleFinding] {
        let byCode = Dictionary(grouping: rows) { $0.row.code ?? "" }
        return byCode.sorted { $0.key < $1.key }.compactMap { code, rows in
            let byName = Dictionary(grouping: rows) { SubjectNames.stem($0.row.label) }
            guard byName.count > 1, let usual = byName.max(by: { ($0.value.count, $1.key) < ($1.value.count, $0.key) }),
                let odd = byName.filter({ $0.key != usual.key }).min(by: { $0.key < $1.key })?.value.first,
                !known.contains("\(code) \(odd.row.label)"), !usual.key.opens(with: SubjectNames.stem(odd.row.label))
            else { return nil }
            return finding(odd, stated: "\(code) \(odd.row.label)", right: "\(code) \(usual.value[0].row.label)")
        }
    }

    private static func finding(_ row: FactBase.Row, stated: String, right: String) -> RuleFinding {
        let place = Fact.Place(page: row.row.page, quote: stated, section: .tables, table: nil)
        return RuleFinding(
            about, message: Bilingual("“\(stated)”应为“\(right)”。", "“\(stated)” should be “\(right)”."), place: place,
            stated: stated, computed: right, suggestion: Bilingual("核对编码与名称。", "Check code and name."))
    }
}
