import Disclosures
import FinalAccounts
import OfficialForm
import Platform

/// All mentions of one measure in the text.
enum RepeatedFigureRule: ConsistencyRule {
    static let about = RuleDescription(
        "repeated-figure", .repetition, .error, title: Bilingual("同一数据前后不一致", "Same figure said twice"),
        compares: Bilingual(
            "文字中同一指标的各处数据；无结转时收入、支出合计与收支总计",
            "all mentions of one measure in the text; without balances, the year's income and expenditure with the total"
        ),
        tolerance: .sumTolerance, example: "收入合计11902.59万元，而收、支总计均为11092.59万元")

    static func relations(in facts: FactBase) -> [Relation] {
        // What a region states goes by its own words: level, source and period differ from sentence to sentence.
        guard ![.regional, .other].contains(facts.disclosure.kind) else { return [] }
        struct Key: Hashable {
            var measure: Measure
            var subject: String?
            /// A category may stand in two funds, and balances of all money and of appropriations have the same words.
            var section: Section?
        }
        let candidates = Dictionary(grouping: facts.figures.filter { isRepeatable($0.stated, facts[$0.fact]) }) {
            Key(
                measure: $0.measure, subject: $0.stated.subject.map { SubjectNames.stem($0) },
                section: ofOneSection.contains($0.measure.topic) ? $0.stated.section : nil)
        }
        // The words are looked at where there is another mention to hold them against.
        let groups = candidates.values.filter { $0.count > 1 }.flatMap { mentions in
            Dictionary(
                grouping: mentions.compactMap { figure in
                    MentionWords(figure.stated, in: facts.disclosure).map { (words: $0, figure: figure) }
                }
            ) { $0.words }.values.map { $0.map(\.figure) }
        }
        let pairs = groups.filter { $0.count > 1 }.sorted { $0[0].fact < $1[0].fact }.flatMap { mentions in
            // Each with each, so that the majority decides; beyond a few, each with the next.
            mentions.indices.flatMap { first in
                (first + 1..<mentions.count).filter {
                    // No sentence says one thing twice.
                    (mentions.count <= 6 || $0 == first + 1)
                        && mentions[$0].stated.quote != mentions[first].stated.quote
                }.map { relation(mentions[$0], mentions[first], facts) }
            }
        }
        return pairs + withoutBalances(facts)
    }

    /// 预算61万元，其中：因公出国（境）费支出决算0万元: a part of a budget that is called what was spent, which another sentence
    /// says was another sum.
    static func findings(in context: CheckContext) -> [RuleFinding] {
        let facts = context.facts
        let plans: Set<Aspect> = [.budget, .initialBudget]
        return facts.figures.compactMap { figure -> RuleFinding? in
            guard plans.contains(figure.measure.aspect), let range = figure.stated.range, facts[figure.fact].isAmount,
                case let start = max(0, range.lowerBound - 6),
                case let words = context.text.folded(start..<range.lowerBound),
                words.closes(with: "支出决算") || words.closes(with: "支出决算为"),
                let spent = facts.first(figure.measure.topic, .amount), facts[spent].isAmount,
                facts[spent].number.value != facts[figure.fact].number.value, figure.stated.quote.holds("预算"),
                facts[spent].place.quote != figure.stated.quote
            else { return nil }
            let (stated, other) = (facts[figure.fact].number.text, facts[spent].number.text)
            let name = facts[spent].label
            return RuleFinding(
                about, severity: .warning,
                message: Bilingual(
                    "\(name.zhHans)：预算的分项称“支出决算”\(stated)，而另一处支出决算为\(other)。",
                    "\(name.en): a part of the budget is called what was spent, \(stated); elsewhere \(other) was spent."
                ),
                place: facts[figure.fact].place, stated: stated, computed: other,
                suggestion: Bilingual("将此处的“支出决算”改为“预算”，或核对数据。", "Call it a budget here, or check the figure."),
                facts: [figure.fact, spent], cause: "called|" + figure.stated.quote)
        }
    }

    private static let ofOneSection: Set<Topic> = [.category, .openingBalance, .closingBalance, .usedReserves]

    /// Rates and shares may be of different wholes, and so may classes of the economic classification (of basic or of
    /// project expenditure) and what goes by its own words; evaluations have a rule of their own.
    ///
    /// What a change is held against is said apart from it: two changes of one measure may differ.
    private static func isRepeatable(_ figure: StatedFigure, _ fact: Fact) -> Bool {
        switch figure.measure.topic {
        case .explanation, .other, .economicClass, .line, .section, .projectEvaluation, .overallEvaluation, .indicators,
            .metIndicators,
            .unmetIndicators:
            return false
        default: break
        }
        switch figure.measure.aspect {
        case .amount, .initialBudget, .adjustedBudget, .budget: return fact.isAmount || figure.value.count != nil
        case .count: return true
        default: return false
        }
    }

    private static func relation(_ later: FactBase.Figure, _ first: FactBase.Figure, _ facts: FactBase) -> Relation {
        let place = facts[first.fact].place.page.map { ("（第\($0)页）", " on page \($0)") } ?? ("", "")
        let number = facts[first.fact].number.text
        return Relation(
            rule: id, target: later.fact, form: .sum([Relation.Term(first.fact)]),
            source: Bilingual("另一处\(number)\(place.0)", "\(number) stated elsewhere\(place.1)")
        ).with(proof: .inferred)
    }

    /// Where the document states no balance and one of income and expenditure is the total itself, so should be the
    /// other if it is the total but for a slip.
    private static func withoutBalances(_ facts: FactBase) -> [Relation] {
        let balances: [Topic] = [.openingBalance, .closingBalance, .usedReserves, .distributedSurplus]
        guard balances.allSatisfy({ facts.figures($0).isEmpty }), facts.table(.incomeAndExpenditure) == nil,
            let total = facts.first(.incomeAndExpenditure, .amount)
        else { return [] }
        let sum = facts[total].number
        let parts = [Topic.yearIncome, .yearExpenditure].compactMap { facts.first($0, .amount) }
        guard parts.count == 2 else { return [] }
        let (income, spending) = (facts[parts[0]].number.value, facts[parts[1]].number.value)
        if income == spending, Slip(wrong: sum.value, right: income, decimals: 0) != nil {
            return [
                Relation(
                    rule: id, target: total, form: .sum([Relation.Term(parts[0])]),
                    source: Bilingual(
                        "本年收入合计\(facts[parts[0]].number.text)", "the year's income, \(facts[parts[0]].number.text)"))
            ]
        }
        guard income == sum.value || spending == sum.value else { return [] }
        // A balance may be left unstated; only a slip of the hand tells that there is none.
        let slips = parts.filter { Slip(wrong: facts[$0].number.value, right: sum.value, decimals: 0) != nil }
        return slips.map {
            Relation(
                rule: id, target: $0, form: .sum([Relation.Term(total)]),
                source: Bilingual("收、支总计\(facts[total].number.text)", "the total, \(facts[total].number.text)"))
        }
    }
}
