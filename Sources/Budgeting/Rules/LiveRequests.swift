import FinalAccounts
import LinearAlgebra

/// Requests as they follow from ceilings, links and fixed amounts, for a sheet that works them out anew when one is edited.
///
/// Near the solution requests move along straight lines with the ceilings, so that a sheet needs one share for a line and a
/// ceiling; far from it bounds are met on the way, and the rules have to be solved again.
package struct LiveRequests: Hashable, Sendable {
    /// A rule with a limit on the sum of lines.
    package struct Ceiling: Hashable, Sendable {
        /// The rule's place among the rules.
        package let rule: Int
        /// Whether the sum is to be the limit, not at most the limit.
        package let isExact: Bool
        /// What the lines come to.
        package let sum: Amount
        /// What they would come to without the rule; a limit above it changes nothing.
        package let reach: Amount
        /// What each line takes of a change of the sum; lines that take nothing are not in it.
        package let shares: [Int: Double]
        /// The line that takes what rounding leaves; `nil` where there is none of the rule alone.
        package let absorber: Int?
    }

    /// A line that is a rate of others.
    package struct Link: Hashable, Sendable {
        package let rule: Int
        package let target: Int
        package let sources: [Int]
        package let rate: Double
    }

    /// The lines of each rule.
    package let members: [[Int]]
    /// The rules with limits, those with fewer lines first, so that an absorber is in no ceiling before its own.
    package let ceilings: [Ceiling]
    package let links: [Link]
    /// The rule that fixes a line, by line.
    package let fixed: [Int: Int]
    /// The least and the most that rules allow each line by itself; `nil` without a bound.
    package let lower: [Amount?]
    package let upper: [Amount?]
}

extension RequestSolver {
    /// How solved requests follow from the rules.
    ///
    /// - Parameters:
    ///   - lines: the lines as they were given to ``solve(_:)``.
    ///   - requests: what came of them.
    /// - Throws: ``BudgetRuleError``.
    package func live(_ lines: [RequestLine], _ requests: [Amount]) throws(BudgetRuleError) -> LiveRequests {
        let problem = try RuleProblem(lines, rules, step: step)
        let all = Set(rules.rules.indices)
        let bounds = problem.bounds(under: all)
        var fixed: [Int: Int] = [:]
        for (place, rule) in rules.rules.enumerated() {
            guard case .fixed = rule.demand else { continue }
            for line in problem.members[place] { fixed[line] = place }
        }
        let linked = Set(problem.links.flatMap { [$0.target] + $0.sources })
        var covered: Set<Int> = []
        var ceilings: [LiveRequests.Ceiling] = []
        for total in problem.totals(under: all).sorted(by: {
            ($0.variables.count, $0.rule) < ($1.variables.count, $1.rule)
        }) {
            let sum = total.variables.reduce(0) { $0 + problem.steps(requests[$1]) }
            let shares = try self.shares(lines, total.rule, sum: sum)
            let absorber = shares.filter {
                !linked.contains($0.key) && !covered.contains($0.key) && fixed[$0.key] == nil
            }
            .max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
            covered.formUnion(total.variables)
            let without = try? problem.leastSquares(under: all.subtracting([total.rule])).solve()
            let reach = without.map { free in total.variables.reduce(0) { $0 + free.values[$1] } } ?? sum
            let isBound = sum > total.range.upperBound - 0.5
            ceilings.append(
                LiveRequests.Ceiling(
                    rule: total.rule, isExact: total.range.lowerBound == total.range.upperBound,
                    sum: amount(sum), reach: amount(isBound ? max(reach, sum) : sum), shares: shares, absorber: absorber
                ))
        }
        return LiveRequests(
            members: problem.members, ceilings: ceilings,
            links: problem.links.map {
                LiveRequests.Link(rule: $0.rule, target: $0.target, sources: $0.sources, rate: $0.rate)
            }, fixed: fixed,
            lower: bounds.lower.enumerated().map { fixed[$0] == nil && $1.isFinite ? amount($1.rounded(.up)) : nil },
            upper: bounds.upper.enumerated().map { fixed[$0] == nil && $1.isFinite ? amount($1.rounded(.down)) : nil })
    }

    private func amount(_ steps: Double) -> Amount {
        Amount(minorUnits: Int64(min(max(steps.rounded(), -9e15), 9e15)) * step)
    }

    /// What each line takes of a change of the sum that a rule limits: the difference of two solutions.
    private func shares(_ lines: [RequestLine], _ place: Int, sum: Double) throws(BudgetRuleError) -> [Int: Double] {
        let distance = max(1, abs(sum) * 0.005)
        guard let here = try values(lines, place, exactly: sum) else { return [:] }
        for sign in [-1.0, 1.0] {
            guard let there = try values(lines, place, exactly: sum + sign * distance) else { continue }
            let slopes = zip(here, there).map { ($1 - $0) / (sign * distance) }
            return Dictionary(
                uniqueKeysWithValues: slopes.enumerated().filter { abs($0.element) > 1e-7 }.map { ($0, $1) })
        }
        return [:]
    }

    /// The solution with a sum that is met exactly; `nil` where there is none.
    private func values(_ lines: [RequestLine], _ place: Int, exactly sum: Double) throws(BudgetRuleError) -> [Double]?
    {
        var moved = rules
        moved.rules[place].demand = .ceiling(amount(sum), isExact: true)
        let problem = try RuleProblem(lines, moved, step: step)
        guard let solution = try? problem.leastSquares(under: Set(moved.rules.indices)).solve(), solution.isFeasible
        else { return nil }
        return solution.values
    }
}
