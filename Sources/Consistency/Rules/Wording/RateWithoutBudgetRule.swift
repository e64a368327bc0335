import Disclosures
import FinalAccounts
import OfficialForm
import Platform

/// A rate or a comparison on a budget that is zero or does not exist.
enum RateWithoutBudgetRule: ConsistencyRule {
    static let about = RuleDescription(
        "rate-without-budget", .wording, .error, title: Bilingual("无预算而有完成率", "Rate without a budget"),
        compares: Bilingual(
            "完成率、与预算的比较同为零或未申请的预算", "execution rates and comparisons with budgets of zero or none"),
        tolerance: Bilingual("预算、决算均为零的0%为提示", "0% of nothing is a note"),
        example: "年初预算为0万元，全年预算为321.02万元，完成年初预算的95.89%")

    static func findings(in context: CheckContext) -> [RuleFinding] {
        context.facts.figures.indices.compactMap { figure($0, context) ?? ofNothing($0, context) }
            + context.facts.lines.compactMap { line($0, context) }
    }

    // MARK: Figures

    private static let rates: [Aspect: Set<Aspect>] = [
        .rateOnInitialBudget: [.initialBudget, .budget], .rateOnAdjustedBudget: [.adjustedBudget],
        .rateOnBudget: [.initialBudget, .adjustedBudget, .budget],
    ]

    private static func figure(_ index: Int, _ context: CheckContext) -> RuleFinding? {
        let facts = context.facts
        let figure = facts.figures[index]
        guard let aspects = rates[figure.measure.aspect], let rate = figure.stated.value.percentage,
            let budget = facts.beside(index, aspects) ?? tableBudget(figure.measure.topic, facts)
                ?? aspects.sorted(by: { $0.rawValue < $1.rawValue }).lazy.compactMap({
                    facts.first(figure.measure.topic, $0, of: figure.stated.subject)
                }).first,
            context.value(budget).isZero
        else { return nil }
        let actual = facts.beside(index, [.amount])
        let isNothing = rate.digits == 0 && (actual.map { context.value($0).isZero } ?? true)
        return finding(
            figure.fact, label: figure.measure.topic.name, isNothing: isNothing,
            other: facts.beside(index, [.adjustedBudget]), actual: actual, context)
    }

    /// 支出决算为0万元，完成年初预算的100%: of a budget nothing was spent, and without one there is no rate.
    private static func ofNothing(_ index: Int, _ context: CheckContext) -> RuleFinding? {
        let facts = context.facts
        let figure = facts.figures[index]
        guard rates[figure.measure.aspect] != nil, let rate = figure.stated.value.percentage, rate.digits != 0,
            let actual = facts.beside(index, [.amount]), context.value(actual).isZero,
            facts[actual].place.quote == figure.stated.quote
        else { return nil }
        let (label, text) = (figure.measure.topic.name, facts[figure.fact].number.text)
        return RuleFinding(
            about, severity: .warning,
            message: Bilingual(
                "\(label.zhHans)支出为零，不存在完成预算的\(text)。",
                "\(label.en): nothing was spent, which is not \(text) of a budget."),
            place: facts[figure.fact].place, stated: text,
            suggestion: Bilingual("有预算的改为0%，没有预算的删去完成率。", "Write 0%, or drop the rate where there was no budget."),
            facts: [figure.fact])
    }

    private static func tableBudget(_ topic: Topic, _ facts: FactBase) -> Fact.ID? {
        let roles: [Topic: ColumnRole] = [
            .threePublic: .threePublicBudget, .abroad: .abroadBudget, .vehicles: .vehiclesBudget,
            .vehiclePurchase: .vehiclePurchaseBudget, .vehicleRunning: .vehicleRunningBudget,
            .reception: .receptionBudget,
        ]
        guard let role = roles[topic], let table = facts.table(.threePublic) else { return nil }
        return table.rows.lazy.compactMap { $0.cell(role) }.first
    }

    private static func finding(
        _ rate: Fact.ID, label: Bilingual, isNothing: Bool, other: Fact.ID?, actual: Fact.ID?, _ context: CheckContext
    ) -> RuleFinding {
        let number = context.facts[rate].number
        var message = Bilingual(
            "\(label.zhHans)的预算为零，不存在完成率\(number.text)",
            "\(label.en): the budget is zero, there is no rate such as \(number.text)")
        var suggestion = Bilingual("删去完成率。", "Drop the rate.")
        if let other, let actual, isRate(number.value, of: actual, in: other, context) {
            message =
                message
                + Bilingual(
                    "；该比例是全年预算\(context.facts[other].number.text)的完成率",
                    "; it is the rate on the adjusted budget of \(context.facts[other].number.text)")
            suggestion = Bilingual("改为“完成全年预算的\(number.text)”。", "Name the adjusted budget as its base.")
        }
        return RuleFinding(
            about, severity: isNothing ? .note : nil, message: message + Bilingual("。", "."),
            place: context.facts[rate].place, stated: number.text, suggestion: suggestion, facts: [rate],
            cause: isNothing ? "nothing|\(context.facts[rate].place.page ?? 0)" : nil)
    }

    private static func isRate(_ rate: Rational, of part: Fact.ID, in whole: Fact.ID, _ context: CheckContext) -> Bool {
        guard let computed = context.value(part).times(.hundred)?.divided(by: context.value(whole)),
            let bound = Rational(1, over: 100)
        else { return false }
        return Rational.differ(rate, computed, atMost: bound)
    }

    // MARK: Lines

    private static func line(_ line: FactBase.Line, _ context: CheckContext) -> RuleFinding? {
        if let rate = line.rate, let budget = line.initialBudget, line.disclosed.rateBasis != .adjustedBudget,
            context.value(budget).isZero, line.adjustedBudget == nil || line.disclosed.rateBasis == .initialBudget
        {
            let isNothing = context.value(rate).isZero && (line.actual.map { context.value($0).isZero } ?? true)
            return finding(
                rate, label: Bilingual("“\(line.name)”", line.name), isNothing: isNothing, other: line.adjustedBudget,
                actual: line.actual, context)
        }
        guard line.disclosed.line.initialBudget == .unbudgeted, line.adjustedBudget == nil, let actual = line.actual
        else { return nil }
        if let rate = line.rate {
            return finding(
                rate, label: Bilingual("“\(line.name)”", line.name), isNothing: false, other: nil, actual: actual,
                context)
        }
        guard line.disclosed.comparison != nil else { return nil }
        return RuleFinding(
            about, severity: .warning,
            message: Bilingual(
                "“\(line.name)”未申请年初预算，却与年初预算数比较大小。",
                "\(line.name) had no initial budget, yet the actual is compared with it."),
            place: context.facts[actual].place,
            suggestion: Bilingual("删去与年初预算数的比较，只说明原因。", "Drop the comparison and give only the reason."),
            facts: [actual])
    }
}
