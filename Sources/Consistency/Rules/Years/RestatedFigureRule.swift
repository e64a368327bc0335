import Disclosures
import FinalAccounts
import OfficialForm

/// Last year's figures as this document has them against what was published then.
enum RestatedFigureRule: ConsistencyRule {
    static let about = RuleDescription(
        "restated-figure", .years, .warning, title: Bilingual("上年数与上年公开数", "Last year then and now"),
        compares: Bilingual(
            "本年文件所述或由增减额推出的上年数与上年公开的决算数（需提供上年数据）",
            "last year's figures, stated or implied by a change, with those published then (where they are at hand)"),
        tolerance: .sumTolerance, example: "本年比上年减少3505.64万元，上年应为14598.23万元；上年公开数为14958.23万元")

    static func findings(in context: CheckContext) -> [RuleFinding] {
        guard let previous = context.previous, previous.fiscalYear == context.disclosure.fiscalYear?.previous else {
            return []
        }
        return lines(context, previous) + totals(context, previous)
    }

    /// Last year's figure that a document states or implies, with the figures it follows from.
    private struct Implied {
        var value: Rational
        var facts: [Fact.ID]
    }

    private static func implied(_ amount: Fact.ID?, change: Fact.ID?, previous: Fact.ID?, _ context: CheckContext)
        -> Implied?
    {
        if let previous { return Implied(value: context.value(previous), facts: [previous]) }
        guard let amount, let change, let value = context.value(amount).minus(context.value(change)) else { return nil }
        return Implied(value: value, facts: [amount, change])
    }

    // MARK: Lines

    private static func lines(_ context: CheckContext, _ previous: PreviousAccounts) -> [RuleFinding] {
        context.facts.lines.compactMap { line in
            guard let implied = implied(line.actual, change: line.change, previous: line.previous, context),
                let published = published(line.disclosed.line, previous)
            else { return nil }
            return finding(
                implied, published: published, name: Bilingual("“\(line.name)”", line.name), context, previous)
        }
    }

    private static func published(_ line: AccountLine, _ previous: PreviousAccounts) -> Published? {
        let same = previous.lines.filter { other in
            guard other.fund == line.fund, other.subject.level == line.subject.level else { return false }
            if let code = line.subject.code, let otherCode = other.subject.code { return code == otherCode }
            return other.subject.names.map { SubjectNames.stem($0) } == line.subject.names.map { SubjectNames.stem($0) }
        }
        return same.count == 1 ? same[0].actual.map { Published(amount: $0) } : nil
    }

    // MARK: Totals

    private static func totals(_ context: CheckContext, _ previous: PreviousAccounts) -> [RuleFinding] {
        var seen: Set<Topic> = []
        return context.facts.figures.indices.compactMap { index in
            let figure = context.facts.figures[index]
            guard figure.measure.aspect == .change || figure.measure.aspect == .previousAmount,
                figure.stated.subject == nil,
                let published = published(figure.measure.topic, previous), seen.insert(figure.measure.topic).inserted
            else { return nil }
            let stated = figure.measure.aspect == .previousAmount ? figure.fact : nil
            let change = figure.measure.aspect == .change ? figure.fact : nil
            guard
                let implied = implied(context.facts.beside(index, [.amount]), change: change, previous: stated, context)
            else { return nil }
            return finding(implied, published: published, name: figure.measure.topic.name, context, previous)
        }
    }

    /// A published figure and how many rounded figures it was added up from.
    private struct Published {
        var amount: Amount
        var parts = 1
    }

    private static func published(_ topic: Topic, _ previous: PreviousAccounts) -> Published? {
        if let total = previous.totals[Measure(topic, .amount)] { return Published(amount: total) }
        guard let fund = Fund.allCases.first(where: { $0.expenditureTopic == topic }) else { return nil }
        let amounts = previous.lines.filter { $0.fund == fund }.map(\.actual)
        guard !amounts.isEmpty, !amounts.contains(where: { $0 == nil }) else { return nil }
        return (try? Amount.sum(amounts.compactMap(\.self))).map { Published(amount: $0, parts: amounts.count) }
    }

    // MARK: Judging

    private static func finding(
        _ implied: Implied, published: Published, name: Bilingual, _ context: CheckContext, _ previous: PreviousAccounts
    ) -> RuleFinding? {
        let then = Rational(published.amount.minorUnits)
        // Last year's figures were printed in this document's precision too.
        guard let first = implied.facts.first,
            let slack = Rational.sum(implied.facts.map { context.facts[$0].number.half }),
            let rounding = context.facts[first].number.half.times(Rational(published.parts)),
            let bound = slack.plus(rounding),
            !Rational.differ(implied.value, then, atMost: bound)
        else { return nil }
        let number = context.facts[first].number
        let (stated, right) = (number.text(implied.value), number.text(then))
        let slip = Slip(wrong: implied.value, right: then, decimals: 0).map(\.wording)
        let cause = slip.map { Bilingual("（\($0.zhHans)）", " (\($0.en))") } ?? Bilingual("", "")
        return RuleFinding(
            about,
            message: Bilingual(
                "\(name.zhHans)的上年数按本文件为\(stated)，\(previous.fiscalYear)年度公开数为\(right)\(cause.zhHans)。",
                "\(name.en): last year's figure is \(stated) by this document and was published as \(right) in "
                    + "\(previous.fiscalYear)\(cause.en)."),
            place: context.facts[implied.facts.last ?? first].place, stated: stated, computed: right,
            difference: implied.value.minus(then).map { number.text($0) },
            suggestion: Bilingual(
                "核对上年公开数；如有追溯调整，说明原因。", "Compare with what was published; say why if it was restated."),
            facts: implied.facts)
    }
}
