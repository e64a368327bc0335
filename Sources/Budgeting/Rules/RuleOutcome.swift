import FinalAccounts
import Platform

/// How one rule stands in a solution.
package struct RuleOutcome: Hashable, Sendable {
    /// The rule.
    package let rule: BudgetRule
    /// How many lines it is about.
    package let lines: Int
    /// What those lines ask for by policy alone.
    package let before: Amount
    /// What they ask for with all rules kept.
    package let after: Amount
    /// What they may come to at most; `nil` for rules without a limit.
    package let limit: Amount?
}

/// Requests with all rules kept.
package struct RuledRequests: Hashable, Sendable {
    /// The request of each line, in their order.
    package let requests: [Amount]
    /// Each rule, in the order of the file.
    package let outcomes: [RuleOutcome]
}

/// Rules that cannot be kept.
package enum BudgetRuleError: ExplainedError, Hashable {
    /// No requests keep these rules together; without any of them the others can be kept.
    case conflict([String])
    /// A rule is about no line of the draft.
    case noLine(rule: String)
    /// Links lead round in a circle.
    case circle(rule: String)
    /// The rules can be kept, but not to the last printed digit.
    case notToTheDigit([String])
    /// There is no such scenario.
    case noScenario(String, known: [String])
    /// An amount does not fit.
    case overflow

    package var kind: ErrorKind { .data }
    package var location: Bilingual? { nil }
    package var problem: Bilingual {
        switch self {
        case .conflict(let names):
            Bilingual(
                "以下规则不能同时满足：\(names.joined(separator: "；"))",
                "these rules cannot all be kept: \(names.joined(separator: "; "))")
        case .noLine(let rule): Bilingual("规则“\(rule)”不涉及草案中的任何科目", "the rule '\(rule)' is about no line of the draft")
        case .circle(let rule): Bilingual("联动规则“\(rule)”循环引用自身", "the link '\(rule)' leads back to its own line")
        case .notToTheDigit(let names):
            Bilingual(
                "以下规则无法满足到最末一位：\(names.joined(separator: "；"))",
                "these rules cannot be kept to the last digit: \(names.joined(separator: "; "))")
        case .noScenario(let name, _): Bilingual("规则中没有方案“\(name)”", "the rules have no scenario '\(name)'")
        case .overflow: Bilingual("金额超出范围", "an amount does not fit")
        }
    }
    package var remedy: Bilingual {
        switch self {
        case .conflict: Bilingual("请放宽其中一条", "loosen one of them")
        case .noLine: Bilingual("请填写草案中有的编码或名称，或删去该规则", "name codes or names that the draft has, or leave the rule out")
        case .circle: Bilingual("请删去其中一条联动规则", "leave one of the links out")
        case .notToTheDigit:
            Bilingual(
                "请使金额为最末一位的整数倍，或放宽其中一条", "make their amounts multiples of the last printed digit, or loosen one of them"
            )
        case .noScenario(_, let known):
            known.isEmpty
                ? Bilingual("请写在 scenarios: 之下", "write it under 'scenarios:'")
                : Bilingual("现有\(known.joined(separator: "、"))", "there are \(known.joined(separator: ", "))")
        case .overflow: Bilingual("请核对规则中的金额", "check the amounts of the rules")
        }
    }
}
