import Disclosures
import FinalAccounts
import Platform

/// Scores above the weight of their indicator.
enum ScoreAboveWeightRule: ConsistencyRule {
    static let about = RuleDescription(
        "score-above-weight", .evaluation, .error, title: Bilingual("得分超过分值", "Score above its weight"),
        compares: Bilingual("各指标得分与分值；自评得分与100分", "the score of each indicator with its weight; the mark with 100"),
        example: "党组织活动次数（2分） 得3分")

    static func findings(in context: CheckContext) -> [RuleFinding] {
        let indicators = context.disclosure.evaluations.flatMap(\.indicators).compactMap { indicator -> RuleFinding? in
            guard let weight = indicator.weight, let score = indicator.score,
                StatedNumber(score: score).value > StatedNumber(score: weight).value
            else { return nil }
            return finding("“\(indicator.name)”", indicator.name, score.text, weight.text, indicator.place)
        }
        let marks = context.facts.figures.compactMap { figure -> RuleFinding? in
            guard figure.measure.aspect == .score, case .score(let score) = figure.stated.value,
                StatedNumber(score: score).value > .hundred
            else { return nil }
            let label = context.facts[figure.fact].label
            return finding(label.zhHans, label.en, score.text, "100", context.facts[figure.fact].place)
        }
        return indicators + marks
    }

    private static func finding(
        _ name: String, _ english: String, _ score: String, _ full: String, _ place: Fact.Place
    ) -> RuleFinding {
        RuleFinding(
            about,
            message: Bilingual("\(name)得分\(score)超过分值\(full)。", "\(english): a score of \(score) is above \(full)."),
            place: place,
            stated: score + "分", computed: full + "分", suggestion: Bilingual("核对得分。", "Check the score."))
    }
}
