import Disclosures
import FinalAccounts

/// 人员经费 and 公用经费 against basic expenditure.
enum BasicPartsRule: ConsistencyRule {
    static let about = RuleDescription(
        "basic-parts", .arithmetic, .error, title: Bilingual("人员经费与公用经费", "Personnel and operating costs"),
        compares: Bilingual(
            "人员经费与公用经费之和与基本支出", "personnel and operating costs with basic expenditure"),
        tolerance: .sumTolerance, example: "基本支出5197.65万元，其中：人员经费3306.34万元，公用经费1981.31万元")

    static func relations(in facts: FactBase) -> [Relation] {
        let parts = PartsRelation(
            rule: id, section: .basicExpenditure, total: .generalPublicBasic,
            source: Bilingual("人员经费与公用经费之和", "personnel and operating costs"))
        return [parts.relation(in: facts)].compactMap(\.self)
    }
}
