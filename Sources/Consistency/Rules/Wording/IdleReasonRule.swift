import Disclosures
import FinalAccounts
import Platform

/// A reason for a deviation that there is not.
enum IdleReasonRule: ConsistencyRule {
    static let about = RuleDescription(
        "idle-reason", .wording, .warning, title: Bilingual("有原因无差异", "Reason without a deviation"),
        compares: Bilingual(
            "决算数等于预算数的项级科目有无差异原因", "whether an item that met its budget gives a reason for departing from it"),
        example: "年初预算为15.00万元，支出决算为15.00万元，完成年初预算的100%。主要原因是压减支出")

    static func findings(in context: CheckContext) -> [RuleFinding] {
        context.facts.lines.compactMap { line in
            guard line.disclosed.line.reason != nil, line.disclosed.comparison == nil, let actual = line.actual,
                line.change == nil
            else { return nil }
            let budgets = [line.initialBudget, line.adjustedBudget].compactMap(\.self)
            guard !budgets.isEmpty, budgets.allSatisfy({ context.value($0) == context.value(actual) }) else {
                return nil
            }
            return RuleFinding(
                about,
                message: Bilingual(
                    "“\(line.name)”决算数等于预算数，却说明了差异原因。",
                    "\(line.name) met its budget exactly, yet a reason for a deviation is given."),
                place: context.facts[actual].place, stated: line.disclosed.line.reason,
                suggestion: Bilingual("删去原因，或核对数据。", "Drop the reason, or check the figures."),
                facts: [actual] + budgets)
        }
    }
}
