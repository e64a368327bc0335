import Disclosures
import FinalAccounts
import Platform

/// Tables without a figure that do not say why.
enum EmptyTableRule: ConsistencyRule {
    static let about = RuleDescription(
        "empty-table", .tables, .warning, title: Bilingual("空表未说明", "Empty table without a note"),
        compares: Bilingual("没有数据的表是否注明“本表无数据”", "whether a table without figures says that there are none"),
        example: "《政府性基金预算财政拨款收入支出决算表》无数据，表下无说明")

    static func findings(in context: CheckContext) -> [RuleFinding] {
        context.facts.tables.compactMap { table in
            guard !table.table.isStatedEmpty, table.rows.allSatisfy({ $0.cells.isEmpty }) else { return nil }
            let place = Fact.Place(
                page: table.table.page, quote: table.table.title, section: .tables, table: table.kind)
            return RuleFinding(
                about,
                message: Bilingual(
                    "《\(table.kind.name)》没有数据，也没有说明。", "The table “\(table.kind.name)” is empty and does not say why."),
                place: place,
                suggestion: Bilingual("在表下注明本年度无此项收支。", "Say under the table that there is nothing to report."))
        }
    }
}
