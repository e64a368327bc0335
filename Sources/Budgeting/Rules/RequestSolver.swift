import FinalAccounts
import LinearAlgebra

/// Changes requests as little as rules allow, and rounds them so that the rules hold to the last digit.
///
/// ```swift
/// let ruled = try RequestSolver(rules: rules, step: 10_000).solve(lines)   // 10,000 分: the second decimal of 万元
/// ```
package struct RequestSolver: Sendable {
    let rules: BudgetRules
    let step: Int64

    /// - Parameter step: the last printed digit in 分.
    package init(rules: BudgetRules, step: Int64) {
        self.rules = rules
        self.step = max(step, 1)
    }

    /// The requests with all rules kept.
    ///
    /// - Throws: ``BudgetRuleError``.
    package func solve(_ lines: [RequestLine]) throws(BudgetRuleError) -> RuledRequests {
        let problem = try RuleProblem(lines, rules, step: step)
        let all = Set(rules.rules.indices)
        let (lower, upper) = problem.bounds(under: all)
        let isOrdered = zip(lower, upper).allSatisfy { $0 <= $1 + 1e-9 * (1 + abs($1)) }
        guard isOrdered, let solution = solution(of: problem), solution.isFeasible else {
            throw .conflict(ConflictSearch(problem).smallest().map { rules.rules[$0].name })
        }
        let whole = try StepRounding(problem, solution.values).rounded()
        var requests: [Amount] = []
        for value in whole {
            guard let amount = try? Amount(minorUnits: value).multiplied(by: step) else { throw .overflow }
            requests.append(amount)
        }
        return RuledRequests(requests: requests, outcomes: try outcomes(problem, requests))
    }

    private func solution(of problem: RuleProblem) -> BoundedLeastSquares.Solution? {
        // The only error is a number that is no number, which amounts do not give.
        try? problem.leastSquares(under: Set(rules.rules.indices)).solve()
    }

    func outcomes(
        _ problem: RuleProblem, _ requests: [Amount]
    ) throws(BudgetRuleError) -> [RuleOutcome] {
        let totals = problem.totals(under: Set(rules.rules.indices))
        var outcomes: [RuleOutcome] = []
        for (place, rule) in rules.rules.enumerated() {
            let members = problem.members[place]
            guard let before = try? Amount.sum(members.map { problem.lines[$0].request }),
                let after = try? Amount.sum(members.map { requests[$0] })
            else { throw .overflow }
            let limit = totals.first { $0.rule == place }.map { total in
                Amount(minorUnits: Int64((total.range.upperBound + 1e-6).rounded(.down)) * step)
            }
            outcomes.append(
                RuleOutcome(rule: rule, lines: members.count, before: before, after: after, limit: limit))
        }
        return outcomes
    }
}

/// Finds the smallest set of rules that cannot be kept together.
struct ConflictSearch {
    private let problem: RuleProblem
    /// Sets that are tried at most for a smaller conflict than the first one found.
    private static let trials = 500

    init(_ problem: RuleProblem) {
        self.problem = problem
    }

    /// A smallest set, in the order of the rules.
    func smallest() -> [Int] {
        // Rules are left out one by one as long as the rest still conflicts: what stays cannot spare any.
        var kept = Array(problem.rules.rules.indices)
        for rule in problem.rules.rules.indices {
            let less = kept.filter { $0 != rule }
            if !problem.isFeasible(Set(less)) { kept = less }
        }
        let all = Array(problem.rules.rules.indices)
        var trials = Self.trials
        for size in 1..<max(kept.count, 1) {
            for set in Self.subsets(of: all, size: size, limit: trials) {
                trials -= 1
                if !problem.isFeasible(Set(set)) { return set }
            }
            if trials <= 0 { break }
        }
        return kept
    }

    private static func subsets(of items: [Int], size: Int, limit: Int) -> [[Int]] {
        guard size > 0 else { return [[]] }
        var found: [[Int]] = []
        for (place, item) in items.enumerated() {
            for rest in subsets(of: Array(items[(place + 1)...]), size: size - 1, limit: limit) {
                found.append([item] + rest)
                if found.count >= limit { return found }
            }
        }
        return found
    }
}
