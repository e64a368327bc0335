import Disclosures
import FinalAccounts
import OfficialForm
import Platform

/// Met and unmet indicators against all, in the words of an evaluation.
enum IndicatorCountRule: ConsistencyRule {
    static let about = RuleDescription(
        "indicator-count", .arithmetic, .error, title: Bilingual("指标数", "Number of indicators"),
        compares: Bilingual(
            "完成与未完成的指标数之和与指标总数，文字中的指标数与自评表",
            "indicators met and unmet with all indicators, and the text with the table"),
        example: "共设置29个三级指标，完成的绩效指标有24个，未完成的绩效指标有6个")

    static func relations(in facts: FactBase) -> [Relation] {
        let subjects = facts.figures(.indicators).map(\.stated.subject)
        var seen: Set<String?> = []
        return subjects.filter { seen.insert($0).inserted }.compactMap { subject in
            guard let all = facts.first(.indicators, .count, of: subject),
                let met = facts.first(.metIndicators, .count, of: subject),
                let unmet = facts.first(.unmetIndicators, .count, of: subject)
            else { return nil }
            return Relation(
                rule: id, target: all, form: .sum([Relation.Term(met), Relation.Term(unmet)]),
                source: Bilingual("完成与未完成指标数之和", "indicators met and unmet"))
        }
    }

    // MARK: Text against table

    static func findings(in context: CheckContext) -> [RuleFinding] {
        context.disclosure.evaluations.filter { !$0.indicators.isEmpty }.flatMap { evaluation -> [RuleFinding] in
            let subject = evaluation.kind == .overall ? nil : evaluation.name
            let listed = evaluation.indicators.count
            let scored = evaluation.indicators.allSatisfy { $0.isUnmet != nil }
            let unmet = evaluation.indicators.count { $0.isUnmet == true }
            return [
                finding(.indicators, listed, subject, context),
                scored ? finding(.unmetIndicators, unmet, subject, context) : nil,
            ].compactMap(\.self)
        }
    }

    private static func finding(_ topic: Topic, _ listed: Int, _ subject: String?, _ context: CheckContext)
        -> RuleFinding?
    {
        guard let fact = context.facts.first(topic, .count, of: subject), context.value(fact) != Rational(listed) else {
            return nil
        }
        let number = context.facts[fact].number
        return RuleFinding(
            about, severity: .warning,
            message: Bilingual(
                "\(context.facts[fact].label.zhHans)称\(number.text)，自评表中为\(listed)个。",
                "\(context.facts[fact].label.en): \(number.text) in the text, \(listed) in the table."),
            place: context.facts[fact].place,
            stated: number.text, computed: String(listed), suggestion: Bilingual("核对指标数。", "Count the indicators."),
            facts: [fact])
    }
}
