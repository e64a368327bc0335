import FinalAccounts

/// Rounds a solution to whole steps so that every constraint still holds: lines go to the nearest step, links are worked out
/// anew, and what sums are off by is taken from or given to the lines whose rounding it undoes most, one step at a time.
struct StepRounding {
    private let problem: RuleProblem
    private let values: [Double]
    private let lower: [Int64]
    private let upper: [Int64]
    private let totals: [(variables: [Int], low: Int64, high: Int64)]
    /// The least that the rule of each total allows; ``totals`` ask for the whole of a limit that the solution reaches.
    private let least: [Int64]
    private let names: [String]
    /// The totals that each line is part of.
    private let memberships: [[Int]]
    /// Lines that are a rate of others, and lines that others are a rate of.
    private let targets: Set<Int>
    private let sources: Set<Int>

    private static let farthest = 9e15

    /// - Parameter values: the solution that is to be rounded.
    init(_ problem: RuleProblem, _ values: [Double]) {
        self.problem = problem
        self.values = values
        let all = Set(problem.rules.rules.indices)
        let bounds = problem.bounds(under: all)
        func whole(_ value: Double) -> Int64 { Int64(min(max(value, -Self.farthest), Self.farthest)) }
        lower = bounds.lower.map { whole(($0 - 1e-6).rounded(.up)) }
        upper = bounds.upper.map { whole(($0 + 1e-6).rounded(.down)) }
        let rows = problem.totals(under: all)
        least = rows.map { whole(($0.range.lowerBound - 1e-6).rounded(.up)) }
        totals = rows.map { row in
            let sum = row.variables.reduce(0) { $0 + values[$1] }
            let (low, high) = (row.range.lowerBound, whole((row.range.upperBound + 1e-6).rounded(.down)))
            return (row.variables, sum > row.range.upperBound - 0.5 ? high : whole((low - 1e-6).rounded(.up)), high)
        }
        names = rows.map { problem.rules.rules[$0.rule].name }
        var memberships = [[Int]](repeating: [], count: problem.lines.count)
        for (row, total) in totals.enumerated() {
            for variable in total.variables { memberships[variable].append(row) }
        }
        self.memberships = memberships
        targets = Set(problem.links.map(\.target))
        sources = Set(problem.links.flatMap(\.sources))
    }

    /// The values in whole steps.
    ///
    /// - Throws: ``BudgetRuleError/notToTheDigit(_:)``.
    func rounded() throws(BudgetRuleError) -> [Int64] {
        var whole = values.indices.map { i in
            min(max(Int64(values[i].rounded(.toNearestOrAwayFromZero)), min(lower[i], upper[i])), upper[i])
        }
        settleLinks(&whole)
        let movable = values.indices.filter {
            !targets.contains($0) && !memberships[$0].isEmpty && lower[$0] < upper[$0]
        }
        var sums = sums(of: whole)
        // Lines that links depend on move only where nothing else helps.
        while miss(sums) > 0 {
            if let move = bestMove(movable, whole, sums) {
                apply(move, &whole, &sums)
            } else if let pair = bestPair(movable, whole, sums) {
                apply(pair.0, &whole, &sums)
                apply(pair.1, &whole, &sums)
            } else {
                break
            }
        }
        while miss(sums) > 0, let move = bestLinkedMove(whole, sums) {
            whole = move
            sums = self.sums(of: whole)
        }
        let missed =
            totals.indices.filter { sums[$0] < least[$0] || sums[$0] > totals[$0].high }.map { names[$0] }
            + brokenBounds(whole)
        guard missed.isEmpty else { throw .notToTheDigit(missed) }
        return whole
    }

    /// A line and by how much it moves.
    private typealias Move = (line: Int, by: Int64)

    private func sums(of whole: [Int64]) -> [Int64] {
        totals.map { $0.variables.reduce(Int64(0)) { $0 + whole[$1] } }
    }

    private func miss(_ sums: [Int64]) -> UInt64 {
        sums.indices.reduce(0) { $0 + gap($1, sums[$1]).magnitude }
    }

    private func apply(_ move: Move, _ whole: inout [Int64], _ sums: inout [Int64]) {
        whole[move.line] += move.by
        for row in memberships[move.line] { sums[row] += move.by }
    }

    private func settleLinks(_ whole: inout [Int64]) {
        for link in problem.links {
            let sum = link.sources.reduce(Int64(0)) { $0 + whole[$1] }
            whole[link.target] = Int64((link.rate * Double(sum)).rounded(.toNearestOrAwayFromZero))
        }
    }

    /// What a total of this sum is above its range, or below it where negative.
    private func gap(_ row: Int, _ sum: Int64) -> Int64 {
        sum > totals[row].high ? sum - totals[row].high : sum < totals[row].low ? sum - totals[row].low : 0
    }

    /// The move of one line by one step that brings the totals nearest to their ranges; of equal ones that which takes the
    /// line the least way from its solution. `nil` where none brings them nearer.
    private func bestMove(_ movable: [Int], _ whole: [Int64], _ sums: [Int64]) -> Move? {
        var best: (move: Move, gain: Int64, cost: Double)?
        for i in movable where !sources.contains(i) {
            for sign in [Int64(1), -1] where whole[i] + sign >= lower[i] && whole[i] + sign <= upper[i] {
                let gain = memberships[i].reduce(Int64(0)) { gain, row in
                    gain + abs(gap(row, sums[row])) - abs(gap(row, sums[row] + sign))
                }
                guard gain > 0 else { continue }
                let cost = abs(Double(whole[i] + sign) - values[i])
                if let best, (-best.gain, best.cost) <= (-gain, cost) { continue }
                best = ((i, sign), gain, cost)
            }
        }
        return best?.move
    }

    /// The two moves together that bring the totals nearest to their ranges, of lines that are part of different totals;
    /// `nil` where none do. Of lines that are part of the same totals one stands for all.
    private func bestPair(
        _ movable: [Int], _ whole: [Int64], _ sums: [Int64]
    ) -> (Move, Move)? {
        var cheapest: [[Int]: (cost: Double, move: Move)] = [:]
        for i in movable where !sources.contains(i) {
            for sign in [Int64(1), -1] where whole[i] + sign >= lower[i] && whole[i] + sign <= upper[i] {
                let cost = abs(Double(whole[i] + sign) - values[i])
                let key = memberships[i] + [sign > 0 ? -1 : -2]
                if let found = cheapest[key], (found.cost, found.move.line) <= (cost, i) { continue }
                cheapest[key] = (cost, (i, sign))
            }
        }
        let moves = cheapest.values.sorted { ($0.cost, $0.move.line, $0.move.by) < ($1.cost, $1.move.line, $1.move.by) }
        let now = miss(sums)
        for (place, one) in moves.enumerated() {
            for other in moves[(place + 1)...] where other.move.line != one.move.line {
                var moved = sums
                for row in memberships[one.move.line] { moved[row] += one.move.by }
                for row in memberships[other.move.line] { moved[row] += other.move.by }
                if miss(moved) < now { return (one.move, other.move) }
            }
        }
        return nil
    }

    /// The values with one line moved that links depend on, where that brings the totals nearer to their ranges.
    private func bestLinkedMove(_ whole: [Int64], _ sums: [Int64]) -> [Int64]? {
        let now = miss(sums)
        for i in sources.sorted() where !targets.contains(i) {
            for sign in [Int64(1), -1] where whole[i] + sign >= lower[i] && whole[i] + sign <= upper[i] {
                var moved = whole
                moved[i] += sign
                settleLinks(&moved)
                if brokenBounds(moved).isEmpty, miss(self.sums(of: moved)) < now { return moved }
            }
        }
        return nil
    }

    /// The links whose line lies outside its bounds.
    private func brokenBounds(_ whole: [Int64]) -> [String] {
        problem.links.filter { whole[$0.target] < lower[$0.target] || whole[$0.target] > upper[$0.target] }.map {
            problem.rules.rules[$0.rule].name
        }
    }
}
