import Disclosures
import FinalAccounts
import OfficialForm
import Platform

/// 增长 or 下降 X% against the change and the amount.
enum GrowthRateRule: ConsistencyRule {
    static let about = RuleDescription(
        "growth-rate", .arithmetic, .error, title: Bilingual("增减率", "Rate of change"),
        compares: Bilingual(
            "比上年或比预算的增减百分比与增减额、本年数", "the stated rate of change with the change and this year's figure"),
        tolerance: .rateTolerance, example: "总计11092.59万元，比上年减少3505.64万元，下降42.01%")

    static func relations(in facts: FactBase) -> [Relation] {
        let sentences = SentenceRelations(facts)
        let ofChanges = sentences.growth(rule: id)
        let known = Set(ofChanges.map(\.target))
        let inSentences = ofChanges + sentences.growthOverBase(rule: id).filter { !known.contains($0.target) }
        let said = Set(inSentences.map(\.target))
        let others = facts.figures.indices.filter { !said.contains(facts.figures[$0].fact) }
        let ofText = (inSentences + others.compactMap { relation(of: $0, in: facts) }).enumerated().sorted {
            let (first, second) = (facts[$0.element.target].place.range, facts[$1.element.target].place.range)
            let (left, right) = (first?.lowerBound ?? .max, second?.lowerBound ?? .max)
            return left != right ? left < right : $0.offset < $1.offset
        }
        return ofText.map(\.element).filter { !isUndirected($0, facts, sentences.assessor) }
            + facts.lines.compactMap(relation)
    }

    /// 预决算差异率4.67%: how far the two are apart, whichever is the larger.
    private static func isUndirected(_ relation: Relation, _ facts: FactBase, _ assessor: RelationAssessor) -> Bool {
        switch assessor.assess(relation, replacing: [relation.target: assessor.stated(relation.target).negated]).verdict
        {
        case .holds, .rounding: break
        default: return false
        }
        let place = facts[relation.target].place
        guard place.quote.holds("差异率"), !facts[relation.target].number.value.isNegative else { return false }
        let digits = facts[relation.target].number.text
        return ["差异率", "差异率为", "差异率是"].contains { place.quote.contains($0 + digits) }
    }

    private static func relation(of index: Int, in facts: FactBase) -> Relation? {
        let figure = facts.figures[index]
        let changeAspect: Aspect
        switch figure.measure.aspect {
        case .changeRate: changeAspect = .change
        case .changeRateOnBudget: changeAspect = .changeOnBudget
        default: return nil
        }
        guard let change = facts.beside(index, [changeAspect]), isSameSentence(change, figure.fact, facts),
            !isOfNext(change, figure, facts),
            let amount = facts.beside(index, facts.disclosure.kind == .budget ? [.initialBudget, .budget] : [.amount])
        else { return nil }
        var relation = relation(figure.fact, change: change, amount: amount)
        if !isSameSentence(amount, figure.fact, facts) { relation.proof = .inferred }
        return relation
    }

    /// 甲97亿元，增长12%；乙134亿元，增收22亿元: a change that stands behind the rate and behind the next amount is that amount's.
    private static func isOfNext(_ change: Fact.ID, _ rate: FactBase.Figure, _ facts: FactBase) -> Bool {
        guard let own = rate.stated.range, let other = facts[change].place.range, own.upperBound <= other.lowerBound
        else { return false }
        return facts.figures(rate.measure.topic).contains { figure in
            guard [.amount, .initialBudget, .budget].contains(figure.measure.aspect), let range = figure.stated.range
            else { return false }
            return range.lowerBound >= own.upperBound && range.upperBound <= other.lowerBound
        }
    }

    private static func relation(of line: FactBase.Line) -> Relation? {
        guard let rate = line.changeRate, let change = line.change, let amount = line.actual else { return nil }
        return relation(rate, change: change, amount: amount)
    }

    private static func isSameSentence(_ first: Fact.ID, _ second: Fact.ID, _ facts: FactBase) -> Bool {
        facts[first].place.quote == facts[second].place.quote
    }

    private static func relation(_ rate: Fact.ID, change: Fact.ID, amount: Fact.ID) -> Relation {
        Relation(
            rule: id, target: rate,
            form: .ratio(
                part: [Relation.Term(change)], whole: [Relation.Term(amount), Relation.Term(change, -1)]),
            source: Bilingual("增减额÷（本年数－增减额）", "change over (this year's figure less change)"))
    }
}
