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

    /// 专门面向中小企业采购预算46.20万元 of a procurement of 38.60: what has no measure of the form is held against all of it too.
    static func findings(in context: CheckContext) -> [RuleFinding] {
        let facts = context.facts
        let isPlan = context.disclosure.kind == .budget
        guard let total = facts.first(.procurement, isPlan ? .budget : .amount) else { return [] }
        return facts.sentences.flatMap(\.numbers).compactMap { number in
            let fact = facts[number.fact]
            guard fact.isAmount, fact.number.value > context.value(total),
                ["中小企业", "小微企业", "小型企业"].contains(where: { number.words.clause.contains($0) }),
                number.words.contains(["采购", "预留", "授予"]), !number.words.contains(["上年", "去年"])
            else { return nil }
            return RuleFinding(
                about, severity: .warning,
                message: Bilingual(
                    "面向中小企业的\(fact.number.text)大于政府采购总额\(facts[total].number.text)。",
                    "\(fact.number.text) for small firms are more than all procurement, \(facts[total].number.text)."),
                place: fact.place, stated: fact.number.text, computed: facts[total].number.text,
                suggestion: Bilingual("核对两处金额。", "Check both amounts."), facts: [number.fact, total])
        }
    }
}
