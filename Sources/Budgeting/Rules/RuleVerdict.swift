import FinalAccounts

/// How a rule stands with what a person asks for.
package struct RuleVerdict: Hashable, Sendable {
    /// The rule, with what its lines ask for by policy and now.
    package let outcome: RuleOutcome
    /// Whether it is kept, to half of the last printed digit.
    package let isKept: Bool
}

extension RequestSolver {
    /// How every rule stands with requests that people made, whatever the solution would be.
    ///
    /// - Parameters:
    ///   - lines: the lines with what the policy asks for.
    ///   - finals: what is asked for, in the order of the lines.
    /// - Throws: ``BudgetRuleError`` for rules that are about no line, or lead round in a circle.
    package func verdicts(_ lines: [RequestLine], _ finals: [Amount]) throws(BudgetRuleError) -> [RuleVerdict] {
        let problem = try RuleProblem(lines, rules, step: step)
        return try outcomes(problem, finals).enumerated().map { place, outcome in
            RuleVerdict(outcome: outcome, isKept: problem.isKept(place, by: finals))
        }
    }
}

extension RuleProblem {
    /// Half of the last digit, and a little for the arithmetic.
    private static var tolerance: Double { 0.5 + 1e-6 }

    fileprivate func isKept(_ place: Int, by finals: [Amount]) -> Bool {
        let values = finals.map(steps)
        func isWithin(_ value: Double, _ range: ClosedRange<Double>) -> Bool {
            value >= range.lowerBound - Self.tolerance && value <= range.upperBound + Self.tolerance
        }
        let sums = totals(under: [place]).allSatisfy { total in
            isWithin(total.variables.reduce(0) { $0 + values[$1] }, total.range)
        }
        let linked = links.filter { $0.rule == place }.allSatisfy { link in
            let value = link.rate * link.sources.reduce(0) { $0 + values[$1] }
            return isWithin(values[link.target], value...value)
        }
        // Shares of its request say nothing of a line that another rule settles.
        let others = Set(
            rules.rules.indices.filter { $0 != place && rules.rules[$0].settlesLines }.flatMap { members[$0] })
        let isShare = if case .bounds = rules.rules[place].demand { true } else { false }
        let each = members[place].filter { !isShare || !others.contains($0) }.allSatisfy { line in
            range(of: rules.rules[place].demand, line: lines[line]).map { isWithin(values[line], $0) } ?? true
        }
        return sums && linked && each
    }
}
