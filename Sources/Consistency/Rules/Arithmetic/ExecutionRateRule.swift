import Disclosures
import FinalAccounts
import OfficialForm
import Platform

/// 完成预算的 X% against the actual and the budget beside it.
enum ExecutionRateRule: ConsistencyRule {
    static let about = RuleDescription(
        "execution-rate", .arithmetic, .error, title: Bilingual("预算完成率", "Execution rate"),
        compares: Bilingual(
            "完成年初预算、全年预算或预算的百分比与同处的决算数、预算数",
            "the stated percentage of the budget with the actual and the budget stated beside it"),
        tolerance: .rateTolerance, example: "年初预算为5.47万元，支出决算为80.93万元，完成年初预算的1749.52%")

    static func relations(in facts: FactBase) -> [Relation] {
        let inSentences = SentenceRelations(facts).execution(rule: id)
        let said = Set(inSentences.map(\.target))
        // What goes by its own words may be another thing two sentences on.
        let others = facts.figures.indices.filter {
            !said.contains(facts.figures[$0].fact) && facts.figures[$0].measure.topic != .other
        }
        return inSentences + others.compactMap { relation(of: $0, in: facts) }
            + facts.lines.compactMap { relation(of: $0) }
    }

    private static func relation(of index: Int, in facts: FactBase) -> Relation? {
        let figure = facts.figures[index]
        guard let budgets = budgets[figure.measure.aspect], let actual = facts.beside(index, [.amount]),
            let budget = facts.beside(index, budgets) ?? only(figure, budgets, in: facts)
        else { return nil }
        var relation = relation(figure.fact, actual: actual, budget: budget, basis: figure.measure.aspect)
        let quotes = Set([figure.fact, actual, budget].map { facts[$0].place.quote })
        if quotes.count > 1 || figure.measure.topic == .economicClass { relation.proof = .inferred }
        return relation
    }

    /// The budget that is stated once, behind the rate: 支出8万元，预算执行比例为80%。…其预算10万元.
    private static func only(_ figure: FactBase.Figure, _ budgets: Set<Aspect>, in facts: FactBase) -> Fact.ID? {
        let stated = facts.figures(figure.measure.topic).filter {
            budgets.contains($0.measure.aspect) && $0.stated.subject == figure.stated.subject
        }
        return stated.count == 1 ? stated[0].fact : nil
    }

    private static func relation(of line: FactBase.Line) -> Relation? {
        guard let rate = line.rate, let actual = line.actual else { return nil }
        switch line.disclosed.rateBasis {
        case .adjustedBudget:
            return line.adjustedBudget.map {
                relation(rate, actual: actual, budget: $0, basis: .rateOnAdjustedBudget)
            }
        case .initialBudget:
            return line.initialBudget.map { relation(rate, actual: actual, budget: $0, basis: .rateOnInitialBudget) }
        case .unspecified, nil:
            let budget = line.adjustedBudget ?? line.initialBudget
            return budget.map { relation(rate, actual: actual, budget: $0, basis: .rateOnBudget) }
        }
    }

    private static func relation(_ rate: Fact.ID, actual: Fact.ID, budget: Fact.ID, basis: Aspect) -> Relation {
        Relation(
            rule: id, target: rate, form: .ratio(part: [Relation.Term(actual)], whole: [Relation.Term(budget)]),
            source: Bilingual("决算数÷预算数", "actual over budget"))
    }

    private static let budgets: [Aspect: Set<Aspect>] = [
        .rateOnInitialBudget: [.initialBudget, .budget], .rateOnAdjustedBudget: [.adjustedBudget, .budget],
        .rateOnBudget: [.initialBudget, .adjustedBudget, .budget],
    ]
}
