import Disclosures
import FinalAccounts
import OfficialForm
import Platform

/// Last year's figures as this document has them against what was published then.
enum RestatedFigureRule: ConsistencyRule {
    static let about = RuleDescription(
        "restated-figure", .years, .warning, title: Bilingual("上年数与上年公开数", "Last year then and now"),
        compares: Bilingual(
            "本年文件所述或由增减额推出的上年数与上年公开的决算数（需提供上年数据）",
            "last year's figures, stated or implied by a change, with those published then (where they are at hand)"),
        tolerance: .sumTolerance, example: "本年比上年减少3505.64万元，上年应为14598.23万元；上年公开数为14958.23万元")

    /// The figures of the year before that a document states or implies, those of lines first.
    static func figures(in context: CheckContext) -> [RestatedFigure] {
        guard let year = context.disclosure.fiscalYear?.previous else { return [] }
        return lines(of: year, context) + totals(of: year, context)
    }

    private static func lines(of year: FiscalYear, _ context: CheckContext) -> [RestatedFigure] {
        context.facts.lines.compactMap { line in
            figure(
                .line(line.disclosed.line.fund, line.disclosed.line.subject),
                name: Bilingual("“\(line.name)”", line.name), year: year, amount: line.actual, change: line.change,
                stated: line.previous, context)
        }
    }

    private static func totals(of year: FiscalYear, _ context: CheckContext) -> [RestatedFigure] {
        var seen: Set<Topic> = []
        return context.facts.figures.indices.compactMap { index in
            let (figure, topic) = (context.facts.figures[index], context.facts.figures[index].measure.topic)
            guard figure.measure.aspect == .change || figure.measure.aspect == .previousAmount,
                figure.stated.subject == nil, seen.insert(topic).inserted
            else { return nil }
            return self.figure(
                .total(topic), name: topic.name, year: year, amount: context.facts.beside(index, [.amount]),
                change: figure.measure.aspect == .change ? figure.fact : nil,
                stated: figure.measure.aspect == .previousAmount ? figure.fact : nil, context)
        }
    }

    private static func figure(
        _ subject: RestatedFigure.Subject, name: Bilingual, year: FiscalYear, amount: Fact.ID?, change: Fact.ID?,
        stated: Fact.ID?, _ context: CheckContext
    ) -> RestatedFigure? {
        let (value, facts): (Rational?, [Fact.ID])
        if let stated {
            (value, facts) = (context.value(stated), [stated])
        } else if let amount, let change {
            (value, facts) = (context.value(amount).minus(context.value(change)), [amount, change])
        } else {
            return nil
        }
        guard let value, let first = facts.first, let last = facts.last,
            let slack = Rational.sum(facts.map { context.facts[$0].number.half })
        else { return nil }
        return RestatedFigure(
            subject: subject, name: name, year: year, value: value, facts: facts, number: context.facts[first].number,
            slack: slack, place: context.facts[last].place)
    }

    // MARK: What was published

    private static func published(_ subject: Subject, _ fund: Fund, _ previous: PreviousAccounts) -> Published? {
        let same = previous.lines.filter { other in
            guard other.fund == fund, other.subject.level == subject.level else { return false }
            if let code = subject.code, let otherCode = other.subject.code { return code == otherCode }
            return other.subject.names.map { SubjectNames.stem($0) } == subject.names.map { SubjectNames.stem($0) }
        }
        return same.count == 1 ? same[0].actual.map { Published(amount: $0) } : nil
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

    private static func published(_ figure: RestatedFigure, _ previous: PreviousAccounts) -> Published? {
        switch figure.subject {
        case .line(let fund, let subject): published(subject, fund, previous)
        case .total(let topic): published(topic, previous)
        }
    }

    // MARK: Judging

    /// What does not fit between a figure and what was published of it; `nil` where all fits or nothing was.
    static func finding(_ figure: RestatedFigure, _ previous: PreviousAccounts) -> RuleFinding? {
        guard figure.year == previous.fiscalYear, let published = published(figure, previous) else { return nil }
        let then = Rational(published.amount.minorUnits)
        let number = figure.number
        // Last year's figures were printed in this document's precision too.
        guard let rounding = number.half.times(Rational(published.parts)), let bound = figure.slack.plus(rounding),
            !Rational.differ(figure.value, then, atMost: bound)
        else { return nil }
        let (name, stated, right) = (figure.name, number.text(figure.value), number.text(then))
        let slip = Slip(wrong: figure.value, right: then, decimals: 0).map(\.wording)
        let cause = slip.map { Bilingual("（\($0.zhHans)）", " (\($0.en))") } ?? Bilingual("", "")
        return RuleFinding(
            about,
            message: Bilingual(
                "\(name.zhHans)的上年数按本文件为\(stated)，\(previous.fiscalYear)年度公开数为\(right)\(cause.zhHans)。",
                "\(name.en): last year's figure is \(stated) by this document and was published as \(right) in "
                    + "\(previous.fiscalYear)\(cause.en)."),
            place: figure.place, stated: stated, computed: right,
            difference: figure.value.minus(then).map { number.text($0) },
            suggestion: Bilingual(
                "核对上年公开数；如有追溯调整，说明原因。", "Compare with what was published; say why if it was restated."),
            facts: figure.facts)
    }
}
