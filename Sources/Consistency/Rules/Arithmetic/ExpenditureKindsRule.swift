import Disclosures
import FinalAccounts
import OfficialForm
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
        return [ofYear, ofBudget].compactMap { $0.relation(in: facts) } + changes(in: facts)
    }

    /// 支出90万元，减少5万元，其中：基本支出60万元，增加4万元，项目支出30万元，减少9万元: where the two are all of the whole, so are their changes.
    private static func changes(in facts: FactBase) -> [Relation] {
        let wholes: [(Topic, [Topic])] = [
            (.yearExpenditure, [.basicExpenditure, .projectExpenditure]),
            (.generalPublicExpenditure, [.generalPublicBasic, .generalPublicProject]),
        ]
        return wholes.compactMap { whole, parts in
            let sides: Set<Aspect> = facts.disclosure.kind == .budget ? [.budget, .initialBudget] : [.amount]
            let amounts = parts.compactMap { facts.sole($0, sides) }
            let moved = parts.compactMap { facts.sole($0, [.change]) }
            guard let total = facts.sole(whole, sides), let change = facts.sole(whole, [.change]),
                amounts.count == parts.count, moved.count == parts.count,
                Rational.sum(amounts.map { facts[$0].number.value }) == facts[total].number.value
            else { return nil }
            return Relation(
                rule: id, target: change, form: .sum(moved.map { Relation.Term($0) }),
                source: Bilingual("基本支出与项目支出增减额之和", "the changes of basic and project expenditure")
            ).with(proof: .inferred)
        }
    }
}
