import Disclosures
import FinalAccounts
import OfficialForm
import Platform

/// 增加 or 减少 X 万元 against the two figures it is the difference of.
enum ChangeAmountRule: ConsistencyRule {
    static let about = RuleDescription(
        "change-amount", .arithmetic, .error, title: Bilingual("增减额", "Change"),
        compares: Bilingual(
            "增减额与本年数、上年数或预算数之差", "the stated change with the difference of the two stated figures"),
        tolerance: .sumTolerance, example: "支出80万元，上年支出100万元，减少22万元")

    static func relations(in facts: FactBase) -> [Relation] {
        let inSentences = SentenceRelations(facts).changes(rule: id)
        let said = Set(inSentences.map(\.target))
        let others = facts.figures.indices.filter { !said.contains(facts.figures[$0].fact) }
        return inSentences + others.compactMap { relation(of: $0, in: facts) } + facts.lines.compactMap(relation)
    }

    private static func relation(of index: Int, in facts: FactBase) -> Relation? {
        let figure = facts.figures[index]
        let base: Set<Aspect>
        switch figure.measure.aspect {
        case .change: base = [.previousAmount]
        case .changeOnBudget:
            let isInitial = words(before: figure, 16, facts).contains("年初")
            base = isInitial ? [.initialBudget, .budget] : [.initialBudget, .budget, .adjustedBudget]
        default: return nil
        }
        // The budget may stand in a table or in another part.
        let isPlan = facts.disclosure.kind == .budget
        // A plan departs from the plan of the year before, which it need not state.
        if isPlan, figure.measure.aspect == .changeOnBudget { return nil }
        guard let amount = facts.beside(index, isPlan ? [.initialBudget, .budget] : [.amount]),
            let other = facts.beside(index, base)
                ?? base.sorted(by: { $0.rawValue < $1.rawValue }).lazy.compactMap({
                    facts.first(figure.measure.topic, $0, of: figure.stated.subject)
                }).first,
            [figure.fact, amount, other].allSatisfy({ facts[$0].isAmount }), !isWithoutDirection(figure, facts)
        else { return nil }
        var relation = relation(figure.fact, amount: amount, other: other)
        let quotes = Set([figure.fact, amount, other].map { facts[$0].place.quote })
        if quotes.count > 1 { relation.proof = .inferred }
        return relation
    }

    /// 差值为1.37万元 says how far two figures are apart, not which way.
    private static func isWithoutDirection(_ figure: FactBase.Figure, _ facts: FactBase) -> Bool {
        words(before: figure, 6, facts).contains("差")
    }

    private static func words(before figure: FactBase.Figure, _ count: Int, _ facts: FactBase) -> String {
        guard let range = figure.stated.range else { return "" }
        return facts.disclosure.text.quote(max(0, range.lowerBound - count)..<range.lowerBound)
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
