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
    package var location: String? { nil }
    package var problem: String {
        switch self {
        case .conflict(let names): "these rules cannot all be kept: \(names.joined(separator: "; "))"
        case .noLine(let rule): "the rule '\(rule)' is about no line of the draft"
        case .circle(let rule): "the link '\(rule)' leads back to its own line"
        case .notToTheDigit(let names):
            "these rules cannot be kept to the last digit: \(names.joined(separator: "; "))"
        case .noScenario(let name, _): "the rules have no scenario '\(name)'"
        case .overflow: "an amount does not fit"
        }
    }
    package var remedy: String {
        switch self {
        case .conflict: "loosen one of them"
        case .noLine: "name codes or names that the draft has, or leave the rule out"
        case .circle: "leave one of the links out"
        case .notToTheDigit: "make their amounts multiples of the last printed digit, or loosen one of them"
        case .noScenario(_, let known):
            known.isEmpty ? "write it under 'scenarios:'" : "there are \(known.joined(separator: ", "))"
        case .overflow: "check the amounts of the rules"
        }
    }
}
