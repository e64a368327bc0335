import Disclosures
import FinalAccounts
import Platform

/// What the parts of a mark could reach, said in more than one place.
enum EvaluationScoreRule: ConsistencyRule {
    static let about = RuleDescription(
        "evaluation-score", .evaluation, .warning, title: Bilingual("自评分值前后不一致", "Points of an evaluation said twice"),
        compares: Bilingual(
            "同一自评在各处所述的年度目标、预算执行分值与得分；得分不大于分值",
            "the points for targets and execution of one evaluation wherever they are stated; no score above its points"
        ),
        example: "当年年度目标100分，自评得分92分（附件：年度目标80分，自评得分72分）")

    static func findings(in context: CheckContext) -> [RuleFinding] {
        let mentions = ScoreMention.all(in: context.text)
        var found: [RuleFinding] = mentions.filter { $0.score > $0.full }.map { mention in
            finding(mention, stated: mention.score, right: mention.full, context, above: true)
        }
        struct Key: Hashable {
            var isTargets: Bool
            var project: String?
        }
        let groups = Dictionary(grouping: mentions) { Key(isTargets: $0.part == .targets, project: $0.project) }
        for mentions in groups.values.sorted(by: { $0[0].range.lowerBound < $1[0].range.lowerBound }) {
            // The report of the evaluation, which comes last, goes into more detail than the summary.
            guard let last = mentions.last,
                let odd = mentions.first(where: { $0.full != last.full || $0.score != last.score })
            else { continue }
            found.append(finding(odd, stated: odd.full, right: last.full, context, above: false))
        }
        return found
    }

    private static func finding(
        _ mention: ScoreMention, stated: Rational, right: Rational, _ context: CheckContext, above: Bool
    ) -> RuleFinding {
        let number = StatedNumber(score: .init(digits: 0, decimals: 0))
        let (first, second) = (number.text(stated), number.text(right))
        return RuleFinding(
            about,
            message: above
                ? Bilingual("得分\(first)大于分值\(second)。", "A score of \(first) is above the \(second) there are.")
                : Bilingual(
                    "此处分值为\(first)，另一处为\(second)，得分也不同。",
                    "The points are \(first) here and \(second) elsewhere, with another score."),
            in: context.text, at: mention.range, stated: first, computed: second,
            suggestion: Bilingual("统一分值与得分。", "Make the places agree."))
    }
}
