import Disclosures
import FinalAccounts
import OfficialForm
import Platform

/// Targets that the result passes many times over.
enum LowTargetRule: ConsistencyRule {
    static let about = RuleDescription(
        "low-target", .evaluation, .warning, title: Bilingual("目标值明显偏低", "Target far below the result"),
        compares: Bilingual("实际完成值与年初目标值（百分比除外）", "the result with the target, percentages apart"),
        tolerance: Bilingual(
            "达到目标值3倍（threshold 可调）且多出10以上为提示，10倍以上为警告",
            "three times the target (threshold) and ten more is a note, ten times a warning"),
        example: "共享单车清理数量 目标值≥15辆 实际完成值14400辆")

    static func findings(in context: CheckContext) -> [RuleFinding] {
        let threshold = Rational(context.settings.threshold(of: id, otherwise: 3))
        return context.disclosure.evaluations.flatMap { evaluation in
            evaluation.indicators.compactMap { indicator in finding(indicator, threshold: threshold) }
        }
    }

    private static func finding(_ indicator: Indicator, threshold: Rational) -> RuleFinding? {
        guard let numbers = indicator.numbers, numbers.target > .zero, indicator.target.unit?.contains("%") != true,
            indicator.target.comparison != .atMost, indicator.target.comparison != .below,
            let times = numbers.actual.divided(by: numbers.target), times >= threshold,
            let more = numbers.actual.minus(numbers.target), more >= Rational(10)
        else { return nil }
        let multiple = times.digits(decimals: 1).map { "\($0 / 10).\($0 % 10)" } ?? ""
        return RuleFinding(
            about, severity: times >= Rational(10) ? .warning : .note,
            message: Bilingual(
                "“\(indicator.name)”实际完成\(indicator.actual.text)，为目标值\(indicator.target.text)的\(multiple)倍。",
                "\(indicator.name): the result, \(indicator.actual.text), is \(multiple) times the target of \(indicator.target.text)."
            ),
            place: indicator.place, stated: indicator.actual.text, computed: indicator.target.text,
            suggestion: Bilingual("结合以前年度完成情况合理设定目标值。", "Set the target by what earlier years reached."))
    }
}
