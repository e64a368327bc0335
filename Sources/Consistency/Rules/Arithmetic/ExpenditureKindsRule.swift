import Disclosures
import FinalAccounts
import Platform

/// Basic, project and other expenditure against the expenditure of the year.
enum ExpenditureKindsRule: ConsistencyRule {
    static let about = RuleDescription(
        "expenditure-kinds", .arithmetic, .error, title: Bilingual("基本支出与项目支出", "Basic and project expenditure"),
        compares: Bilingual(
            "基本支出、项目支出、上缴上级支出、经营支出、对附属单位补助支出之和与本年支出合计",
            "basic, project and other expenditure with the expenditure of the year"),
        tolerance: .sumTolerance, example: "支出合计11092.59万元，其中：基本支出5197.65万元，项目支出5849.94万元")

    static func relations(in facts: FactBase) -> [Relation] {
        let ofYear = PartsRelation(
            rule: id, section: .expenditure, total: .yearExpenditure,
            source: Bilingual("各类支出之和", "the kinds of expenditure"))
        let ofBudget = PartsRelation(
            rule: id, section: .generalPublicBudget, total: .generalPublicExpenditure,
            source: Bilingual("基本支出与项目支出之和", "basic and project expenditure"))
        return [ofYear, ofBudget].compactMap { $0.relation(in: facts) }
    }
}
