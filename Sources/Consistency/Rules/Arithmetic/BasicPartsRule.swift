import Disclosures
import FinalAccounts
import OfficialForm
import Platform

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
        return [parts.relation(in: facts), classes(in: facts)].compactMap(\.self)
    }

    /// 工资福利支出…，占基本支出79%；商品和服务支出…；对个人和家庭补助支出…: the three classes of basic expenditure against it,
    /// where a share says whose they are and fits it.
    private static func classes(in facts: FactBase) -> Relation? {
        let sides: Set<Aspect> = [.amount, .budget]
        let stated = facts.figures(.economicClass)
        var found: [Fact.ID] = []
        for name in ["工资福利", "商品和服务", "对个人和家庭"] {
            guard
                let first = stated.first(where: {
                    $0.stated.subject?.contains(name) == true && sides.contains($0.measure.aspect)
                        && facts[$0.fact].isAmount
                })
            else { return nil }
            found.append(first.fact)
        }
        let wholes = [Topic.basicExpenditure, .generalPublicBasic].flatMap { facts.figures($0) }.filter {
            sides.contains($0.measure.aspect) && facts[$0.fact].isAmount
        }.map(\.fact)
        let assessor = RelationAssessor(facts: facts.facts, tolerances: [:])
        let shares = stated.filter { $0.measure.aspect == .share && $0.stated.quote.holds("占基本支出") }
        let whole = wholes.first { whole in
            shares.count { share in
                found.contains { part in
                    facts[part].place.quote == share.stated.quote
                        && !assessor.assess(
                            Relation(
                                rule: id, target: share.fact,
                                form: .ratio(part: [Relation.Term(part)], whole: [Relation.Term(whole)]),
                                source: Bilingual("", ""))
                        ).verdict.isContradiction
                }
            } >= 2
        }
        guard let whole else { return nil }
        return Relation(
            rule: id, target: whole, form: .sum(found.map { Relation.Term($0) }),
            source: Bilingual("工资福利、商品和服务、对个人和家庭的补助之和", "wages, goods and services, and aid to individuals")
        ).with(proof: .inferred)
    }
}
