import Disclosures
import FinalAccounts
import OfficialForm
import Platform

/// The changes stated by fund against the change of the whole appropriation.
enum FundChangeRule: ConsistencyRule {
    static let about = RuleDescription(
        "fund-change", .arithmetic, .note, title: Bilingual("财政拨款分预算增减", "Change by fund"),
        compares: Bilingual(
            "各预算财政拨款收入增减额之和与财政拨款总计增减额", "the changes stated by fund with the change of the whole"),
        tolerance: .sumTolerance, example: "总计减少3505.64万元，一般公共预算减少3352.79万元，国有资本经营预算减少4.76万元")

    static func findings(in context: CheckContext) -> [RuleFinding] {
        let facts = context.facts
        let funds: [Topic] = [.generalPublicIncome, .governmentFundIncome, .stateCapitalIncome]
        let parts = funds.compactMap { facts.first($0, .change, in: .fiscalTotals) }
        guard let whole = facts.first(.fiscalIncomeAndExpenditure, .change, in: .fiscalTotals), parts.count > 1,
            let sum = Rational.sum(parts.map { context.value($0) }), let first = parts.first,
            let slack = Rational.sum((parts + [whole]).map { facts[$0].number.half }),
            !Rational.differ(context.value(whole), sum, atMost: slack),
            let rest = context.value(whole).minus(sum)
        else { return [] }
        let number = facts[whole].number
        let (stated, total, gap) = (number.text(sum), number.text, number.text(rest))
        return [
            RuleFinding(
                about,
                message: Bilingual(
                    "各预算财政拨款收入增减额之和为\(stated)，财政拨款总计增减额为\(total)，有\(gap)未说明（可能是上年有、本年没有的预算，或结转结余）。",
                    "The changes by fund add up to \(stated), the whole changed by \(total): \(gap) is not accounted for "
                        + "(a fund of last year that there is none of now, or balances)."),
                place: facts[first].place, stated: stated, computed: total, difference: number.text(rest.negated),
                suggestion: Bilingual("说明其余增减的来源。", "State where the rest comes from."), facts: parts + [whole])
        ]
    }
}
