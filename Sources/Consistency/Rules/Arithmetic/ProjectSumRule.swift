import Disclosures
import FinalAccounts
import Platform

/// The evaluated projects against their stated number and sum.
enum ProjectSumRule: ConsistencyRule {
    static let about = RuleDescription(
        "project-sum", .arithmetic, .error, title: Bilingual("自评项目合计", "Sum of evaluated projects"),
        compares: Bilingual(
            "各项目预算数之和与涉及资金总额；评级为优、良、合格、不合格的项目数之和与自评项目数",
            "the projects' budgets with their stated sum; the projects by grade with the number evaluated"),
        tolerance: .sumTolerance, example: "涉及项目4个，资金5885.15万元，而四个项目预算之和为5875.15万元")

    static func relations(in facts: FactBase) -> [Relation] {
        [sum(in: facts), grades(in: facts)].compactMap(\.self)
    }

    private static func sum(in facts: FactBase) -> Relation? {
        guard let total = facts.first(.evaluatedProjects, .amount, in: .performance),
            let count = facts.first(.evaluatedProjects, .count, in: .performance)
        else { return nil }
        var seen: Set<String> = []
        let parts = facts.figures(.projectEvaluation).filter {
            guard $0.stated.section == .performance, let name = $0.stated.subject else { return false }
            return [.adjustedBudget, .budget].contains($0.measure.aspect) && seen.insert(name).inserted
        }
        // A selection of the projects need not add up.
        guard Rational(parts.count) == facts[count].number.value, parts.count > 0 else { return nil }
        return Relation(
            rule: id, target: total, form: .sum(parts.map { Relation.Term($0.fact) }),
            source: Bilingual("各项目预算数之和", "the projects' budgets"))
    }

    private static func grades(in facts: FactBase) -> Relation? {
        guard let total = facts.first(.evaluatedProjects, .count, in: .performance) else { return nil }
        let grades = facts.figures(.gradedProjects).filter { $0.measure.aspect == .count }
        guard grades.count == 4, Set(grades.map(\.stated.subject)).count == 4 else { return nil }
        return Relation(
            rule: id, target: total, form: .sum(grades.map { Relation.Term($0.fact) }),
            source: Bilingual("各评级项目数之和", "the projects by grade"))
    }
}
