import Disclosures
import FinalAccounts
import Platform

/// A growth rate on last year's figure of zero.
enum ZeroBaseGrowthRule: ConsistencyRule {
    static let about = RuleDescription(
        "zero-base-growth", .wording, .warning, title: Bilingual("基数为零的增长率", "Growth on a base of zero"),
        compares: Bilingual("增减率与由增减额推出的上年数", "a stated rate of change with last year's figure it implies"),
        example: "总计307.82万元，比上年增加307.82万元，增长100.00%")

    static func findings(in context: CheckContext) -> [RuleFinding] {
        let facts = context.facts
        return GrowthRateRule.relations(in: facts).compactMap { relation in
            guard case .ratio(let part, let whole) = relation.form, let change = part.first?.fact,
                let amount = whole.first?.fact, context.value(change) == context.value(amount),
                !context.value(amount).isZero
            else { return nil }
            let fact = facts[relation.target]
            return RuleFinding(
                about,
                message: Bilingual(
                    "\(facts[amount].label.zhHans)增加额等于本年数，上年为零，不存在增长率\(fact.number.text)。",
                    "\(facts[amount].label.en): the increase is the whole figure, so last year's was zero and there is no growth "
                        + "rate such as \(fact.number.text)."),
                place: fact.place, stated: fact.number.text,
                suggestion: Bilingual("删去增长率，说明上年无此项数据。", "Drop the rate and say that there was nothing last year."),
                facts: relation.facts, cause: "zero")
        }
    }
}
