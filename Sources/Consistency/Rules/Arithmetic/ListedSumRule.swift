import Disclosures
import FinalAccounts
import Platform

/// The amounts listed behind a total against it, whatever they are of.
enum ListedSumRule: ConsistencyRule {
    static let about = RuleDescription(
        "listed-sum", .arithmetic, .error, title: Bilingual("所列各项之和", "Sum of a list"),
        compares: Bilingual(
            "一句之中“其中”之后所列各项之和与前面的总数", "the amounts listed behind a total in one sentence with the total"),
        tolerance: Bilingual(
            "相差较大的视为未列全；无笔误可解释的为警告",
            "a sum far from the total is taken for a list that leaves parts out; what no slip of the hand explains is a warning"
        ),
        example: "专项资金190万元，其中：甲项目42万元，乙项目120万元，丙项目38万元")

    static func relations(in facts: FactBase) -> [Relation] {
        let sentences = SentenceRelations(facts)
        let sums = sentences.sums(rule: id)
        let said = Set(sums.map(\.target))
        return sums + (sentences.chains(rule: id) + sentences.additions(rule: id)).filter { !said.contains($0.target) }
    }

    /// The relations of all rules without those of this rule that another rule states of the same total, and without
    /// those of others that leave out what a list that adds up has: 其他交通工具购置 beside the form's two parts.
    static func withoutRepetitions(_ relations: [Relation], _ assessor: RelationAssessor) -> [Relation] {
        let adding = relations.filter { $0.rule == id && !assessor.assess($0).verdict.isContradiction }
        let terms = Dictionary(adding.map { ($0.target, $0.facts.count) }, uniquingKeysWith: max)
        let kept = relations.filter { relation in
            guard relation.rule != id, relation.isSumOfParts, let count = terms[relation.target] else { return true }
            return relation.facts.count >= count || !assessor.assess(relation).verdict.isContradiction
        }
        let said = Set(kept.filter { $0.rule != id && $0.isSumOfParts }.map(\.target))
        return kept.filter { $0.rule != id || !said.contains($0.target) }
    }
}

extension Relation {
    /// Whether it is a sum of several figures, all of them added.
    fileprivate var isSumOfParts: Bool {
        if case .sum(let terms) = form { terms.count > 1 && terms.allSatisfy { $0.factor == 1 } } else { false }
    }
}
