import Disclosures
import FinalAccounts
import Platform

/// The sources of income against the income of the year.
enum IncomeSourcesRule: ConsistencyRule {
    static let about = RuleDescription(
        "income-sources", .arithmetic, .error, title: Bilingual("收入来源合计", "Sources of income"),
        compares: Bilingual(
            "财政拨款收入、上级补助收入、事业收入等之和与本年收入合计", "the sources of income with the income of the year"),
        tolerance: .sumTolerance, example: "收入合计500.00万元，其中：财政拨款收入450.00万元，事业收入40.00万元")

    static func relations(in facts: FactBase) -> [Relation] {
        let parts = PartsRelation(
            rule: id, section: .income, total: .yearIncome,
            source: Bilingual("各项收入之和", "the sources of income"))
        return [parts.relation(in: facts)].compactMap(\.self)
    }
}
