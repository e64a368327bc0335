import Disclosures
import FinalAccounts
import Platform

/// A deviation from the budget for which no reason is given.
enum MissingReasonRule: ConsistencyRule {
    static let about = RuleDescription(
        "missing-reason", .wording, .warning, title: Bilingual("有差异无原因", "Deviation without a reason"),
        compares: Bilingual("项级科目的决算数与预算数不等时有无原因", "whether an item that departs from its budget gives a reason"),
        tolerance: Bilingual("四舍五入以内的差异不计", "differences within rounding do not count"),
        example: "年初预算为2717.78万元，支出决算为2688.01万元，完成年初预算的98.90%。（无原因）")

    static func findings(in context: CheckContext) -> [RuleFinding] {
        let deviating = context.facts.lines.filter { deviates($0, context) }
        let silent = deviating.filter { !hasReason($0, context) }
        // A body that explains nothing anywhere is told so once.
        if silent.count > 10, silent.count * 2 > deviating.count, let first = silent.first?.actual {
            return [
                RuleFinding(
                    about,
                    message: Bilingual(
                        "\(deviating.count)个项级科目与预算有差异，其中\(silent.count)个未说明原因。",
                        "\(deviating.count) items depart from their budgets; \(silent.count) of them give no reason."),
                    place: context.facts[first].place,
                    suggestion: Bilingual("补充各项差异的主要原因。", "Give the main reason for each."))
            ]
        }
        return silent.compactMap { finding($0, context) }
    }

    private static func finding(_ line: FactBase.Line, _ context: CheckContext) -> RuleFinding? {
        guard let actual = line.actual else { return nil }
        let spent = context.facts[actual].number
        let budget = line.initialBudget ?? line.adjustedBudget
        let gap = budget.flatMap { context.value(actual).minus(context.value($0)) }
        let departure =
            gap.map { gap in
                gap.isNegative
                    ? Bilingual("低于预算\(spent.text(gap.magnitude))", "is \(spent.text(gap.magnitude)) below its budget")
                    : Bilingual("超出预算\(spent.text(gap.magnitude))", "is \(spent.text(gap.magnitude)) above its budget")
            } ?? Bilingual("未申请年初预算而支出\(spent.text)", "spent \(spent.text) without a budget")
        return RuleFinding(
            about,
            message: Bilingual(
                "“\(line.name)”\(departure.zhHans)，未说明原因。", "\(line.name) \(departure.en) and gives no reason."),
            place: context.facts[actual].place, stated: spent.text,
            computed: budget.map { context.facts[$0].number.text }, difference: gap.map { spent.text($0) },
            suggestion: Bilingual("补充差异的主要原因。", "Give the main reason."))
    }

    private static func deviates(_ line: FactBase.Line, _ context: CheckContext) -> Bool {
        guard let actual = line.actual else { return false }
        let spent = context.value(actual)
        if line.disclosed.line.initialBudget == .unbudgeted, line.adjustedBudget == nil { return !spent.isZero }
        let budgets = [line.initialBudget, line.adjustedBudget].compactMap(\.self)
        guard !budgets.isEmpty else { return false }
        return !budgets.contains { budget in
            let slack = context.facts[actual].number.half.plus(context.facts[budget].number.half) ?? .zero
            return Rational.differ(spent, context.value(budget), atMost: slack)
        }
    }

    /// A reason in any words: the reader keeps those it is announced by, the quote may hold others.
    private static func hasReason(_ line: FactBase.Line, _ context: CheckContext) -> Bool {
        if line.disclosed.line.reason != nil { return true }
        guard let actual = line.actual else { return false }
        let quote = context.facts[actual].place.quote
        return ["原因", "因为", "由于", "系因", "主要是", "主要为", "原由", "是因", "所致", "导致"].contains { quote.contains($0) }
    }
}
