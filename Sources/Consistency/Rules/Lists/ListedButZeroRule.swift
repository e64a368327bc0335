import Disclosures
import FinalAccounts
import Platform

/// Costs that are listed in the text and are zero in the table.
enum ListedButZeroRule: ConsistencyRule {
    static let about = RuleDescription(
        "listed-but-zero", .lists, .warning, title: Bilingual("列举而无数据", "Listed, but zero"),
        compares: Bilingual("基本支出说明所列费用与明细表中的金额", "the costs the text lists with their cells in the breakdown"),
        example: "公用经费主要包括：……税金及附加费用……（明细表30240为0.00）")

    static func findings(in context: CheckContext) -> [RuleFinding] {
        guard let table = context.facts.table(.basicExpenditure) else { return [] }
        let costs = table.rows(ofLength: 5)
        return CostList.lists(in: context.text).flatMap { list in
            list.names.compactMap { name, range -> RuleFinding? in
                guard let row = costs.first(where: { CostList.key($0.row.label) == CostList.key(name) }) else {
                    return nil
                }
                let amount = row.cell(.amount).map { context.value($0) } ?? .zero
                guard amount.isZero else { return nil }
                let label = "\(row.row.code ?? "") \(row.row.label)"
                return RuleFinding(
                    about,
                    message: Bilingual(
                        "列举了“\(name)”，明细表“\(label)”没有金额。", "“\(name)” is listed; “\(label)” of the table has no amount."
                    ),
                    in: context.text, at: range, stated: context.text.document.quote(range), computed: "0.00",
                    suggestion: Bilingual("从列举中删去，或核对明细表。", "Drop it from the list, or check the table."))
            }
        }
    }
}
