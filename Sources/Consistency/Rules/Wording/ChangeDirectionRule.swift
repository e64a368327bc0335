import Disclosures
import FinalAccounts
import Platform

/// 增加 or 减少, 增长 or 下降 against the figures, and against one another.
///
/// The relations are those of ``GrowthRateRule`` and ``ChangeAmountRule``; where the opposite direction makes one
/// hold, the cause is reported under this rule.
enum ChangeDirectionRule: ConsistencyRule {
    static let about = RuleDescription(
        "change-direction", .wording, .error, title: Bilingual("增减方向", "Direction of a change"),
        compares: Bilingual(
            "增加与减少、增长与下降同数据及彼此是否一致", "the words for rise and fall with the figures and with one another"),
        example: "比上年增加3505.64万元，下降24.01%")

    static func findings(in context: CheckContext) -> [RuleFinding] {
        opposed(in: context) + negated(in: context)
    }

    /// 减少-3.64%: a decrease with a minus sign besides.
    private static func negated(in context: CheckContext) -> [RuleFinding] {
        let text = context.text
        return ["增加-", "减少-", "增长-", "下降-", "降低-"].flatMap { text.ranges(of: $0) }.compactMap { range in
            guard text.integer(at: range.upperBound) != nil else { return nil }
            var end = range.upperBound
            while text.integer(at: end) != nil || text[end] == "." { end += 1 }
            let stated = text.document.quote(range.lowerBound..<end)
            return RuleFinding(
                about, severity: .warning,
                message: Bilingual("“\(stated)”既有增减方向，又有负号。", "“\(stated)”: a direction and a minus sign besides."),
                in: text, at: range, stated: stated,
                suggestion: Bilingual("删去负号，并核对方向。", "Drop the sign, and look at the direction."))
        }
    }

    private static func opposed(in context: CheckContext) -> [RuleFinding] {
        // Without an amount to recompute the rate from, the two words can still be held against one another.
        context.facts.figures.indices.compactMap { index in
            let figure = context.facts.figures[index]
            let isRate = figure.measure.aspect == .changeRate || figure.measure.aspect == .changeRateOnBudget
            guard isRate, context.facts.beside(index, [.amount]) == nil,
                let change = context.facts.beside(
                    index, [figure.measure.aspect == .changeRate ? .change : .changeOnBudget]),
                context.facts[change].place.quote == figure.stated.quote,
                let place = figure.stated.range, let before = context.facts[change].place.range,
                (0..<12).contains(place.lowerBound - before.upperBound)
            else { return nil }
            let (rate, amount) = (context.facts[figure.fact].number, context.facts[change].number)
            guard !rate.value.isZero, !amount.value.isZero, rate.value.isNegative != amount.value.isNegative
            else { return nil }
            return RuleFinding(
                about,
                message: Bilingual(
                    "\(context.facts[change].label.zhHans)\(amount.text)与\(rate.text)方向相反。",
                    "\(context.facts[change].label.en): \(amount.text) and \(rate.text) point in opposite directions."),
                place: context.facts[change].place, stated: amount.text, computed: rate.text,
                suggestion: Bilingual("统一增减方向的表述。", "Make the two words agree."), facts: [change, figure.fact])
        }
    }

    /// Whether turning the change, the rate or both around makes a relation hold.
    static func explains(_ relation: Relation, _ assessor: RelationAssessor, _ values: [Fact.ID: Rational]) -> Bool {
        guard relation.rule == GrowthRateRule.id || relation.rule == ChangeAmountRule.id else { return false }
        var changes = [relation.target]
        if case .ratio(let part, _) = relation.form { changes += part.map(\.fact) }
        let choices = changes.count == 1 ? [[0]] : [[0], [1], [0, 1]]
        return choices.contains { choice in
            var turned = values
            for index in choice {
                let fact = changes[index]
                turned[fact] = (values[fact] ?? assessor.stated(fact)).negated
            }
            switch assessor.assess(relation, replacing: turned).verdict {
            case .holds, .rounding: return true
            default: return false
            }
        }
    }
}
