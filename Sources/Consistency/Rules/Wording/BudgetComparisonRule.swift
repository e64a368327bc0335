import Disclosures
import FinalAccounts
import OfficialForm
import Platform

/// 大于, 小于, 等于, 持平 against the actual and the budget.
enum BudgetComparisonRule: ConsistencyRule {
    static let about = RuleDescription(
        "budget-comparison", .wording, .error, title: Bilingual("与预算比较的表述", "Comparison with the budget"),
        compares: Bilingual(
            "“决算数大于（小于、等于、持平）预算数”与决算数、预算数",
            "the words for above, below and equal with the actual and the budget"),
        tolerance: Bilingual(
            "“基本持平”相差5%以内（threshold 可调）", "“about equal” within 5% (threshold)"),
        example: "年初预算为20.00万元，支出决算为15.00万元。决算数大于预算数的主要原因：……")

    static func findings(in context: CheckContext) -> [RuleFinding] {
        context.facts.lines.compactMap { line($0, context) } + totals(context) + exactly(context)
    }

    /// 完成年初预算100%，决算数大于预算数41.27万元: what met its budget is not above it.
    private static func exactly(_ context: CheckContext) -> [RuleFinding] {
        let text = context.text
        return ["大于", "小于", "高于", "低于"].flatMap { word in
            ["预算数", "年初预算数"].flatMap { text.ranges(of: word + $0) }.compactMap { range -> RuleFinding? in
                let sentence = text.document.sentence(around: range)
                let numbers = text.document.numbers(in: sentence)
                guard let rate = numbers.last(where: { $0.range.upperBound <= range.lowerBound }),
                    range.lowerBound - rate.range.upperBound < 10, let percentage = rate.percentage,
                    DecimalText(digits: percentage.digits, decimals: percentage.decimals).isHundred,
                    text.folded(sentence.lowerBound..<rate.range.lowerBound).suffix(10).holds("预算"),
                    let gap = numbers.first(where: { $0.range.lowerBound == range.upperBound })?.amount,
                    gap.amount.minorUnits != 0
                else { return nil }
                let said = text.document.quote(range.lowerBound..<range.upperBound)
                return RuleFinding(
                    about,
                    message: Bilingual(
                        "完成预算的\(percentage.text)，又称决算数\(said)\(gap.text)。",
                        "\(percentage.text) of the budget, and yet \(said) by \(gap.text)."),
                    in: text, at: range, stated: percentage.text,
                    suggestion: Bilingual("核对完成率与差额。", "Check the rate against the difference."))
            }
        }
    }

    // MARK: Lines

    private static func line(_ line: FactBase.Line, _ context: CheckContext) -> RuleFinding? {
        guard let comparison = line.disclosed.comparison, let actual = line.actual,
            !agreesWithRate(comparison, line, context)
        else { return nil }
        let quote = context.facts[actual].place.quote
        let budgets = budgets(line, quote: quote)
        return finding(
            comparison, actual: actual, budgets: budgets, name: Bilingual("“\(line.name)”", line.name), context)
    }

    /// 完成年初预算的100%，决算数等于预算数: where the rate says the same and does not fit the amounts, that is what is wrong.
    private static func agreesWithRate(
        _ comparison: BudgetComparison, _ line: FactBase.Line, _ context: CheckContext
    ) -> Bool {
        guard comparison == .equal, let rate = line.rate else { return false }
        return context.value(rate) == .hundred
    }

    /// The budget the words name, or whichever is stated.
    private static func budgets(_ line: FactBase.Line, quote: String) -> [Fact.ID] {
        let named = comparisonWords.flatMap { word in
            [(word + "年初", line.initialBudget), (word + "全年", line.adjustedBudget), (word + "调整", line.adjustedBudget)]
        }.first { quote.contains($0.0) }
        if let named { return [named.1].compactMap(\.self) }
        return [line.adjustedBudget, line.initialBudget].compactMap(\.self)
    }

    private static let comparisonWords = ["大于", "小于", "高于", "低于", "超过", "超出", "少于", "等于", "与", "同", "较", "比"]

    // MARK: Totals

    private static func totals(_ context: CheckContext) -> [RuleFinding] {
        var found: [RuleFinding] = []
        for (words, comparison) in phrases {
            for range in context.text.ranges(of: words) where isTotal(range, context) {
                guard let (actual, budgets, name) = figures(at: range, context) else { continue }
                if var finding = finding(comparison, actual: actual, budgets: budgets, name: name, context) {
                    // What another sentence states may not be what this one compares.
                    let sentence = context.text.document.quote(context.text.document.sentence(around: range))
                    if !sentence.contains(context.facts[actual].number.text) { finding.severity = .warning }
                    found.append(finding)
                }
            }
        }
        return found
    }

    private static let phrases: [(String, BudgetComparison)] = [
        ("大于预算数", .above), ("大于年初预算数", .above), ("小于预算数", .below), ("小于年初预算数", .below),
        ("与预算数持平", .equal), ("同预算数持平", .equal), ("与年初预算数持平", .equal), ("高于预算数", .above), ("低于预算数", .below),
        ("预算相比无增减", .equal), ("预算相比无变化", .equal), ("预算数相比无增减", .equal), ("预算数相比无变化", .equal),
        ("预算相比持平", .equal), ("预算相比,无增减", .equal), ("预算相比，无增减", .equal),
    ]

    private static func isTotal(_ range: Range<Int>, _ context: CheckContext) -> Bool {
        let section = context.text.document.section(at: range.lowerBound)
        guard section == .generalPublicBudget || section == .threePublic else { return false }
        let sentence = context.text.document.sentence(around: range)
        // Words that belong to an item are the item's own.
        let before = context.text.document.subjects.last { $0.range.lowerBound < range.lowerBound }
        if section == .generalPublicBudget, let before, before.names.count == 3 { return false }
        // Both words of the choice left standing are another rule's matter.
        return !context.text.folded(sentence).holds("(小于)") && !context.text.folded(sentence).holds("(大于)")
    }

    private static func figures(
        at range: Range<Int>, _ context: CheckContext
    ) -> (Fact.ID, [Fact.ID], Bilingual)? {
        let section = context.text.document.section(at: range.lowerBound)
        let sentence = context.text.document.sentence(around: range)
        let words = context.text.folded(sentence.lowerBound..<range.lowerBound)
        let named = topics.compactMap { name, topic in
            words.range(of: name, options: .backwards).map { (end: $0.upperBound, topic: topic) }
        }.max { $0.end < $1.end }
        let topic: Topic = section == .generalPublicBudget ? .generalPublicExpenditure : named?.topic ?? .threePublic
        let budgets = [Aspect.initialBudget, .budget, .adjustedBudget].compactMap {
            context.facts.first(topic, $0, in: section) ?? context.facts.first(topic, $0)
        }
        let own = context.facts.figures(topic).first { figure in
            figure.measure.aspect == .amount && figure.stated.range.map { sentence.contains($0.lowerBound) } ?? false
        }
        guard let actual = own?.fact ?? context.facts.first(topic, .amount, in: section), !budgets.isEmpty
        else { return nil }
        return (actual, budgets, topic.name)
    }

    private static let topics: [(String, Topic)] = [
        ("\"三公\"经费", .threePublic), ("因公出国", .abroad), ("公务用车购置费", .vehiclePurchase), ("公务用车购置及运行", .vehicles),
        ("公务用车运行", .vehicleRunning), ("公务接待费", .reception),
    ]

    // MARK: Judging

    private static func finding(
        _ comparison: BudgetComparison, actual: Fact.ID, budgets: [Fact.ID], name: Bilingual, _ context: CheckContext
    ) -> RuleFinding? {
        guard let budget = budgets.first,
            !budgets.contains(where: { holds(comparison, context.value(actual), context.value($0), context) })
        else { return nil }
        let (spent, planned) = (context.facts[actual].number, context.facts[budget].number)
        let right: Bilingual =
            context.value(actual) == context.value(budget)
            ? Bilingual("持平", "equal")
            : context.value(actual) > context.value(budget) ? Bilingual("大于", "above") : Bilingual("小于", "below")
        let (said, saidEnglish) = words[comparison] ?? ("", "")
        return RuleFinding(
            about,
            message: Bilingual(
                "\(name.zhHans)称决算数\(said)预算数，而决算\(spent.text)、预算\(planned.text)，应为\(right.zhHans)。",
                "\(name.en) is said to be \(saidEnglish) the budget; \(spent.text) against \(planned.text) is \(right.en)."
            ),
            place: context.facts[actual].place, stated: said, computed: right.zhHans,
            difference: context.value(actual).minus(context.value(budget)).map { spent.text($0) },
            suggestion: Bilingual("将表述改为“\(right.zhHans)”，并核对原因。", "Change the words, and look at the reason given."),
            facts: [actual] + budgets)
    }

    private static let words: [BudgetComparison: (String, String)] = [
        .above: ("大于", "above"), .below: ("小于", "below"), .equal: ("等于", "equal to"),
        .aboutEqual: ("基本等于", "about equal to"),
    ]

    private static func holds(
        _ comparison: BudgetComparison, _ actual: Rational, _ budget: Rational, _ context: CheckContext
    ) -> Bool {
        switch comparison {
        case .above: return actual > budget
        case .below: return actual < budget
        case .equal: return actual == budget
        case .aboutEqual:
            let percent = Rational(context.settings.threshold(of: id, otherwise: 5))
            guard let bound = budget.magnitude.times(percent)?.divided(by: .hundred) else { return true }
            return Rational.differ(actual, budget, atMost: bound)
        }
    }
}

extension DecimalText {
    /// Whether it is 100, however many noughts are printed behind the point.
    fileprivate var isHundred: Bool { digits(withDecimals: 6) == 100_000_000 }
}
