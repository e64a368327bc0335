import Disclosures
import FinalAccounts
import OfficialForm

/// 增加 or 减少 X 万元 against the two figures it is the difference of.
enum ChangeAmountRule: ConsistencyRule {
    static let about = RuleDescription(
        "change-amount", .arithmetic, .error, title: Bilingual("增减额", "Change"),
        compares: Bilingual(
            "增减额与本年数、上年数或预算数之差", "the stated change with the difference of the two stated figures"),
        tolerance: .sumTolerance, example: "支出80万元，上年支出100万元，减少22万元")

    static func relations(in facts: FactBase) -> [Relation] {
        facts.figures.indices.compactMap { relation(of: $0, in: facts) } + facts.lines.compactMap(relation)
    }

    private static func relation(of index: Int, in facts: FactBase) -> Relation? {
        let figure = facts.figures[index]
        let base: Set<Aspect>
        switch figure.measure.aspect {
        case .change: base = [.previousAmount]
        case .changeOnBudget: base = [.initialBudget, .budget, .adjustedBudget]
        default: return nil
        }
        guard let amount = facts.beside(index, [.amount]), let other = facts.beside(index, base) else { return nil }
        return relation(figure.fact, amount: amount, other: other)
    }

    private static func relation(of line: FactBase.Line) -> Relation? {
        guard let change = line.change, let amount = line.actual, let previous = line.previous else { return nil }
        return relation(change, amount: amount, other: previous)
    }

    private static func relation(_ change: Fact.ID, amount: Fact.ID, other: Fact.ID) -> Relation {
        Relation(
            rule: id, target: change, form: .sum([Relation.Term(amount), Relation.Term(other, -1)]),
            source: Bilingual("两数之差", "the difference of the two figures"))
    }
}
