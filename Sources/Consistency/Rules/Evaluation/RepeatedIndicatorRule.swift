import Disclosures
import FinalAccounts
import OfficialForm
import Platform

/// The target of an indicator, said in more than one table of one evaluation.
enum RepeatedIndicatorRule: ConsistencyRule {
    static let about = RuleDescription(
        "repeated-indicator", .evaluation, .note, title: Bilingual("同一指标前后不一致", "An indicator said twice"),
        compares: Bilingual(
            "未完成指标分析表与自评表中同一指标的目标值、完成值",
            "target and result of an indicator in the table of missed ones and in the self-evaluation"),
        example: "无重大安全生产及消防事故发生：目标值“未发生”与“不发生”")

    static func findings(in context: CheckContext) -> [RuleFinding] {
        let text = context.text
        return context.disclosure.evaluations.flatMap(\.indicators).filter { $0.isUnmet == true }.compactMap {
            indicator in
            finding(indicator, text)
        }
    }

    /// Looks for the name in front of other words than the table's target.
    private static func finding(_ indicator: Indicator, _ text: TextIndex) -> RuleFinding? {
        let (target, actual) = (
            SubjectNames.normalized(indicator.target.text), SubjectNames.normalized(indicator.actual.text)
        )
        guard !target.isEmpty, !actual.isEmpty, target.count >= 2 else { return nil }
        for range in text.ranges(of: SubjectNames.normalized(indicator.name)) {
            let after = text.folded(range.upperBound..<range.upperBound + target.count + actual.count)
            // Another target of the same length in front of the same result.
            guard after.closes(with: actual), !after.opens(with: target) else { continue }
            let other = String(after.dropLast(actual.count))
            guard other.count == target.count, Set(other).intersection(target).count * 2 >= target.count else {
                continue
            }
            return RuleFinding(
                about,
                message: Bilingual(
                    "“\(indicator.name)”的目标值此处为“\(other)”，自评表为“\(target)”。",
                    "The target of \(indicator.name) is “\(other)” here and “\(target)” in the self-evaluation."),
                in: text,
                at: range, stated: other, computed: target, suggestion: Bilingual("统一目标值。", "Make the two agree."))
        }
        return nil
    }
}
