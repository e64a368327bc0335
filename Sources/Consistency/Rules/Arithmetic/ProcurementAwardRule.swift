import Disclosures
import FinalAccounts
import OfficialForm
import Platform

/// What small firms were awarded against what there was to award.
enum ProcurementAwardRule: ConsistencyRule {
    static let about = RuleDescription(
        "procurement-award", .arithmetic, .error, title: Bilingual("中小企业采购金额", "Awards to small firms"),
        compares: Bilingual(
            "授予中小企业、小微企业金额不大于采购总额及预留金额；预留内外授予金额之和不大于采购总额",
            "awards to small and micro firms are not above procurement or what was reserved, in sum or singly"),
        tolerance: .sumTolerance, example: "政府采购金额21.07万元，预留项目授予21.07万元，其他项目授予21.07万元")

    static func relations(in facts: FactBase) -> [Relation] {
        func fact(_ topic: Topic) -> Fact.ID? { facts.first(topic, .amount, in: .procurement) }
        var relations = FormMeasure.operation.compactMap { measure -> Relation? in
            guard let large = measure.bound, let target = fact(measure.topic), let bound = fact(large) else {
                return nil
            }
            return Relation(
                rule: id, target: target, form: .notAbove([Relation.Term(bound)]), source: facts[bound].label)
        }
        if let total = fact(.procurement), let reserved = fact(.awardedReservedSmallFirms),
            let other = fact(.awardedOtherSmallFirms)
        {
            relations.append(
                Relation(
                    rule: id, target: other,
                    form: .notAbove([Relation.Term(total), Relation.Term(reserved, -1)]),
                    source: Bilingual("采购总额减预留项目中授予的金额", "procurement less what was awarded from the reserved part")))
        }
        return relations
    }
}
