import Disclosures
import FinalAccounts
import OfficialForm
import Platform

/// The items of a fund against its stated total, for actual and budget.
enum ItemSumRule: ConsistencyRule {
    static let about = RuleDescription(
        "item-sum", .arithmetic, .error, title: Bilingual("项级科目合计", "Sum of items"),
        compares: Bilingual(
            "各项级科目的年初预算、全年预算、支出决算之和与总数",
            "the initial budgets, adjusted budgets and actuals of all items with the stated totals"),
        tolerance: .sumTolerance, example: "年初预算为7038.59万元，而各项之和为7025.59万元")

    static func relations(in facts: FactBase) -> [Relation] {
        Fund.allCases.flatMap { fund -> [Relation] in
            let lines = facts.lines.filter { $0.disclosed.line.fund == fund }
            let topic = fund.expenditureTopic
            let sums = [
                relation(
                    lines, \.actual, total(topic, .amount, fund, facts), Bilingual("各项决算数之和", "the items' actuals")),
                budgets(lines, \.initialBudget, total(topic, .initialBudget, fund, facts), "年初"),
                budgets(lines, \.adjustedBudget, total(topic, .adjustedBudget, fund, facts), "全年"),
            ].compactMap(\.self)
            return proven(sums, facts)
        }
    }

    /// A list that adds up on one side is complete, and so is the other side; of any other an item may not have been
    /// read, unless it is off by little.
    private static func proven(_ sums: [Relation], _ facts: FactBase) -> [Relation] {
        let assessor = RelationAssessor(facts: facts.facts, tolerances: [:])
        let isComplete = sums.contains { !assessor.assess($0).verdict.isContradiction }
        return isComplete ? sums : sums.map { $0.with(proof: .inferred) }
    }

    /// The total stated where the items are listed, else the first of the fund's section.
    private static func total(_ topic: Topic, _ aspect: Aspect, _ fund: Fund, _ facts: FactBase) -> Fact.ID? {
        let section = fund.section
        return facts.figures(topic).last {
            $0.measure.aspect == aspect && $0.stated.section == section && $0.stated.subject == nil
        }?.fact
    }

    private static func relation(
        _ lines: [FactBase.Line], _ part: KeyPath<FactBase.Line, Fact.ID?>, _ total: Fact.ID?, _ source: Bilingual
    ) -> Relation? {
        guard let total, lines.count > 1 else { return nil }
        let parts = lines.compactMap { $0[keyPath: part] }
        guard parts.count == lines.count else { return nil }
        return Relation(rule: id, target: total, form: .sum(parts.map { Relation.Term($0) }), source: source)
    }

    /// Budgets add up only where every item states one or says that it has none.
    private static func budgets(
        _ lines: [FactBase.Line], _ part: KeyPath<FactBase.Line, Fact.ID?>, _ total: Fact.ID?, _ name: String
    ) -> Relation? {
        guard let total, lines.count > 1 else { return nil }
        let parts = lines.compactMap { $0[keyPath: part] }
        let silent = lines.contains {
            $0[keyPath: part] == nil && (part != \.initialBudget || $0.disclosed.line.initialBudget != .unbudgeted)
        }
        guard !silent, !parts.isEmpty else { return nil }
        return Relation(
            rule: id, target: total, form: .sum(parts.map { Relation.Term($0) }),
            source: Bilingual("各项\(name)预算之和", "the items' \(name == "年初" ? "initial" : "adjusted") budgets"))
    }
}

extension Fund {
    /// The topic of the fund's expenditure.
    var expenditureTopic: Topic {
        switch self {
        case .generalPublicBudget: .generalPublicExpenditure
        case .governmentFund: .governmentFundExpenditure
        case .stateCapital: .stateCapitalExpenditure
        }
    }

    /// The part of the form that lists the fund's items.
    var section: Section {
        switch self {
        case .generalPublicBudget: .generalPublicBudget
        case .governmentFund: .governmentFund
        case .stateCapital: .stateCapital
        }
    }
}
