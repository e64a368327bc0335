import Disclosures
import FinalAccounts
import Platform

/// Costs that are not zero in the table and are left out of the list.
enum UnlistedCostRule: ConsistencyRule {
    static let about = RuleDescription(
        "unlisted-cost", .lists, .warning, title: Bilingual("有数据而未列举", "Not zero, but not listed"),
        compares: Bilingual(
            "明细表中有金额的费用与基本支出说明的列举", "the costs with an amount in the breakdown with the list of the text"),
        tolerance: Bilingual("以“等”结尾的列举不计", "a list that ends in “等” leaves out what it likes"),
        example: "明细表30211差旅费1.50，公用经费的列举中没有差旅费")

    static func findings(in context: CheckContext) -> [RuleFinding] {
        guard let table = context.facts.table(.basicExpenditure) else { return [] }
        return CostList.lists(in: context.text).flatMap { list -> [RuleFinding] in
            guard list.names.count > 2, let last = list.names.last, !SubjectNames.normalized(last.name).contains("等")
            else { return [] }
            let listed = Set(list.names.map { CostList.key($0.name) })
            return table.rows(ofLength: 5).compactMap { row in
                guard let code = row.row.code, list.isPersonnel == (code.opens(with: "301") || code.opens(with: "303")),
                    let cell = row.cell(.amount), !context.value(cell).isZero,
                    !listed.contains(CostList.key(row.row.label))
                else { return nil }
                let label = "\(code) \(row.row.label)"
                return RuleFinding(
                    about,
                    message: Bilingual(
                        "明细表“\(label)”为\(context.facts[cell].number.text)，文字未列举。",
                        "“\(label)” of the table is \(context.facts[cell].number.text) and is not listed."),
                    in: context.text,
                    at: list.range.lowerBound..<list.range.lowerBound + 1, stated: row.row.label,
                    suggestion: Bilingual("在列举中补充。", "Add it to the list."))
            }
        }
    }
}
