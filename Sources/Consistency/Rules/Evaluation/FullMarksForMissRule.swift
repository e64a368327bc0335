import Disclosures
import FinalAccounts
import Platform

/// Full marks for a target that was missed.
enum FullMarksForMissRule: ConsistencyRule {
    static let about = RuleDescription(
        "full-marks-for-miss", .evaluation, .warning, title: Bilingual("未达标而得满分", "Full marks for a missed target"),
        compares: Bilingual("未达到目标值的指标的得分与分值", "score and weight of indicators whose result misses the target"),
        tolerance: Bilingual(
            "低于上限、高于下限为达标；“不发生”与“未发生”为达标", "below a ceiling and above a floor is met; “不发生” and “未发生” is met"),
        example: "党组织活动次数（2分） 目标值≥12次 实际完成值9次 得2分")

    static func findings(in context: CheckContext) -> [RuleFinding] {
        context.disclosure.evaluations.flatMap(\.indicators).compactMap { indicator in
            guard indicator.missesTarget == true, indicator.hasFullMarks == true else { return nil }
            return RuleFinding(
                about,
                message: Bilingual(
                    "“\(indicator.name)”目标值\(indicator.target.text)，实际完成\(indicator.actual.text)，未达标而得满分。",
                    "\(indicator.name): the result, \(indicator.actual.text), misses the target of \(indicator.target.text), yet has full marks."
                ),
                place: indicator.place, stated: indicator.score.map { "\($0.text)分" },
                suggestion: Bilingual("核对完成值与得分。", "Check the result and the score."))
        }
    }
}
