import Disclosures
import FinalAccounts
import OfficialForm
import Platform

/// The three funds against the fiscal appropriation as a whole.
enum FundPartsRule: ConsistencyRule {
    static let about = RuleDescription(
        "fund-parts", .arithmetic, .error, title: Bilingual("财政拨款分预算合计", "Appropriation by fund"),
        compares: Bilingual(
            "一般公共预算、政府性基金、国有资本经营预算财政拨款收入之和与财政拨款收入；本年收入不大于收入总计",
            "the appropriations of the three funds with the whole; the year's income is not above the total with balances"
        ),
        tolerance: .sumTolerance, example: "财政拨款收入11902.59万元，而一般公共预算11082.80万元、国有资本经营预算9.79万元")

    static func relations(in facts: FactBase) -> [Relation] {
        var relations: [Relation] = []
        if let whole = facts.first(.fiscalIncome, .amount, in: .income) ?? facts.first(.fiscalIncome, .amount) {
            let parts = Topic.fiscalIncome.parts.compactMap { facts.first($0, .amount, in: .fiscalTotals) }
            if parts.count > 1 || facts.first(.generalPublicIncome, .amount, in: .fiscalTotals) != nil {
                relations.append(
                    Relation(
                        rule: id, target: whole, form: .sum(parts.map { Relation.Term($0) }),
                        source: Bilingual("各预算财政拨款收入之和", "the appropriations by fund")))
            }
        }
        for measure in FormMeasure.totals + FormMeasure.kinds + FormMeasure.funds {
            guard let bound = measure.bound, let small = facts.first(measure.topic, .amount),
                let large = facts.first(bound, .amount),
                [.governmentFund, .stateCapital].allSatisfy({
                    facts[large].place.section != $0 || facts[small].place.section == $0
                })
            else { continue }
            relations.append(
                Relation(
                    rule: id, target: small, form: .notAbove([Relation.Term(large)]),
                    source: facts[large].label))
        }
        return relations
    }
}
