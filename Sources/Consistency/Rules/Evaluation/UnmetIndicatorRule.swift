import Disclosures
import FinalAccounts
import Platform

/// Indicators that lost marks.
enum UnmetIndicatorRule: ConsistencyRule {
    static let about = RuleDescription(
        "unmet-indicator", .evaluation, .note, title: Bilingual("未完成的指标", "Indicators not met"),
        compares: Bilingual("各指标得分与分值", "the score of each indicator with its weight"),
        example: "河湖长制季度考核分数（2分） ≥90分 得1.0分")

    static func findings(in context: CheckContext) -> [RuleFinding] {
        context.disclosure.evaluations.compactMap { evaluation in
            let unmet = evaluation.indicators.filter { $0.isUnmet == true }
            guard let first = unmet.first else { return nil }
            let names = unmet.map { "“\($0.name)”" }
            return RuleFinding(
                about,
                message: Bilingual(
                    "“\(evaluation.name)”\(evaluation.indicators.count)个指标中有\(unmet.count)个失分：\(names.joined(separator: "、"))。",
                    "\(evaluation.name): \(unmet.count) of \(evaluation.indicators.count) indicators lost marks: "
                        + "\(unmet.map(\.name).joined(separator: ", "))."), place: first.place,
                stated: String(unmet.count),
                suggestion: Bilingual("关注未完成原因与改进措施。", "Look at the reasons and what is to be done."))
        }
    }
}
