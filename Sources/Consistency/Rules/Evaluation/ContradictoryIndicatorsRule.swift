import Disclosures
import FinalAccounts
import OfficialForm
import Platform

/// Two indicators of one evaluation that cannot both be as stated: no accident, and three accidents.
enum ContradictoryIndicatorsRule: ConsistencyRule {
    static let about = RuleDescription(
        "contradictory-indicators", .evaluation, .warning,
        title: Bilingual("指标结果矛盾", "Indicators that contradict one another"),
        compares: Bilingual(
            "同一自评中应为零的指标：范围较大的为零，而其中一部分不为零",
            "indicators with a target of zero: the wider one is met while a narrower one is not"),
        example: "辖区安全事故发生数量0起；安全生产及消防事故发生起数3起")

    static func findings(in context: CheckContext) -> [RuleFinding] {
        context.disclosure.evaluations.flatMap { evaluation -> [RuleFinding] in
            let zeros = evaluation.indicators.filter { $0.numbers?.target == .zero }
            return zeros.flatMap { wide in
                zeros.compactMap { narrow in finding(wide, narrow) }
            }
        }
    }

    private static func finding(_ wide: Indicator, _ narrow: Indicator) -> RuleFinding? {
        guard wide.numbers?.actual == .zero, let happened = narrow.numbers?.actual, happened > .zero,
            wide.target.unit == narrow.target.unit, isPart(core(narrow.name), of: core(wide.name))
        else { return nil }
        return RuleFinding(
            about,
            message: Bilingual(
                "“\(wide.name)”为\(wide.actual.text)，而“\(narrow.name)”为\(narrow.actual.text)。",
                "\(wide.name) is \(wide.actual.text) while \(narrow.name) is \(narrow.actual.text)."),
            place: wide.place,
            stated: wide.actual.text, computed: narrow.actual.text,
            suggestion: Bilingual("核对两项指标的完成值与得分。", "Check both results and scores."))
    }

    /// The name without the words that say where and how it is counted.
    private static func core(_ name: String) -> [Character] {
        var core = name
        for word in ["辖区", "发生", "数量", "起数", "次数", "全年", "当年", "无", "重大", "数"] { core = core.replacing(word, with: "") }
        return Array(core)
    }

    /// Whether the characters of the wider name stand in the narrower one in their order.
    private static func isPart(_ narrow: [Character], of wide: [Character]) -> Bool {
        guard wide.count >= 3, narrow.count > wide.count else { return false }
        var rest = wide[...]
        for character in narrow where rest.first == character { rest = rest.dropFirst() }
        return rest.isEmpty
    }
}
