import FinalAccounts

/// Rules and lines as bounds and linear constraints, in steps of the last printed digit.
struct RuleProblem {
    /// A constraint on a sum of lines, as whole steps.
    struct Total {
        var variables: [Int]
        var range: ClosedRange<Double>
        var rule: Int
    }

    /// A line that is a rate of others.
    struct Link {
        var target: Int
        var sources: [Int]
        var rate: Double
        var rule: Int
    }

    let lines: [RequestLine]
    let rules: BudgetRules
    /// The last printed digit in 分.
    let step: Int64
    /// The lines of each rule.
    let members: [[Int]]
    private(set) var links: [Link] = []

    /// - Throws: ``BudgetRuleError`` for rules without lines and links in a circle.
    init(_ lines: [RequestLine], _ rules: BudgetRules, step: Int64) throws(BudgetRuleError) {
        self.lines = lines
        self.rules = rules
        self.step = step
        members = rules.rules.map { rule in
            let set = LineMatcher(rule.lines)
            return lines.indices.filter { set.contains(lines[$0]) }
        }
        for (place, rule) in rules.rules.enumerated() {
            guard !members[place].isEmpty else { throw .noLine(rule: rule.name) }
            guard case .link(let rate, let set) = rule.demand else { continue }
            let matcher = LineMatcher(set)
            let sources = lines.indices.filter { matcher.contains(lines[$0]) }
            guard !sources.isEmpty else { throw .noLine(rule: rule.name) }
            for target in members[place] {
                links.append(Link(target: target, sources: sources, rate: rate, rule: place))
            }
        }
        links = try Self.ordered(links, rules)
    }

    /// Links whose sources are linked themselves after those of the sources.
    private static func ordered(_ links: [Link], _ rules: BudgetRules) throws(BudgetRuleError) -> [Link] {
        var (left, ordered) = (links, [Link]())
        while !left.isEmpty {
            let targets = Set(left.map(\.target))
            let ready = left.filter { $0.sources.allSatisfy { !targets.contains($0) } }
            guard !ready.isEmpty else { throw .circle(rule: rules.rules[left[0].rule].name) }
            ordered += ready
            left.removeAll { item in ready.contains { $0.target == item.target && $0.rule == item.rule } }
        }
        return ordered
    }

    func steps(_ amount: Amount) -> Double { Double(amount.minorUnits) / Double(step) }

    /// The bounds of every line under some of the rules.
    func bounds(under chosen: Set<Int>) -> (lower: [Double], upper: [Double]) {
        let linked = Set(links.filter { chosen.contains($0.rule) }.map(\.target))
        var lower = lines.map { min(0, steps($0.request)) }
        // What is not asked for is not asked for to fill a gap either, unless a rule speaks of it.
        var upper = lines.indices.map { lines[$0].request == .zero && !linked.contains($0) ? 0 : Double.infinity }
        let settled = Set(chosen.filter { rules.rules[$0].settlesLines }.flatMap { members[$0] })
        for place in chosen.sorted() {
            for i in members[place] {
                // Shares of its request say nothing of a line that another rule settles.
                if case .bounds = rules.rules[place].demand, settled.contains(i) { continue }
                guard let range = range(of: rules.rules[place].demand, line: lines[i]) else { continue }
                if case .fixed = rules.rules[place].demand, lines[i].request == .zero { upper[i] = .infinity }
                lower[i] = max(lower[i], range.lowerBound)
                upper[i] = min(upper[i], range.upperBound)
            }
        }
        return (lower, upper)
    }

    /// What a rule says of a line by itself; `nil` where it says nothing.
    func range(of demand: BudgetRule.Demand, line: RequestLine) -> ClosedRange<Double>? {
        switch demand {
        case .fixed(let amount): steps(amount)...steps(amount)
        case .zeroBased: 0...0
        case .bounds(let down, let up): Self.span(steps(line.request), down, up)
        case .cap(let basis, let cut, true):
            line.amount(basis).map { amount in (-Double.infinity)...(steps(amount) * (1 - cut)) }
        case .cap, .ceiling, .link: nil
        }
    }

    private static func span(_ value: Double, _ down: Double, _ up: Double) -> ClosedRange<Double> {
        let ends = (value - down * abs(value), value + up * abs(value))
        return min(ends.0, ends.1)...max(ends.0, ends.1)
    }

    /// The constraints on sums under some of the rules.
    func totals(under chosen: Set<Int>) -> [Total] {
        chosen.sorted().compactMap { place in
            switch rules.rules[place].demand {
            case .ceiling(let amount, let isExact):
                let limit = steps(amount)
                return Total(
                    variables: members[place], range: (isExact ? limit : -.infinity)...limit, rule: place)
            case .cap(let basis, let cut, false):
                let base = members[place].compactMap { lines[$0].amount(basis) }.reduce(0) { $0 + steps($1) }
                return Total(
                    variables: members[place], range: (-Double.infinity)...(base * (1 - cut)), rule: place)
            default: return nil
            }
        }
    }

    /// The least-squares problem under some of the rules.
    func leastSquares(under chosen: Set<Int>) -> BoundedLeastSquares {
        let (lower, upper) = bounds(under: chosen)
        let rows = totals(under: chosen).map { total in
            BoundedLeastSquares.Row(terms: total.variables.map { ($0, 1) }, range: total.range)
        }
        let linked = links.filter { chosen.contains($0.rule) }.map { link in
            BoundedLeastSquares.Row(
                terms: [(link.target, 1)] + link.sources.map { ($0, -link.rate) }, range: 0...0)
        }
        let order = zip(lower, upper).allSatisfy { $0 <= $1 }
        let scales = spreads
        return BoundedLeastSquares(
            wanted: lines.map { steps($0.request) }, weights: scales.map { 1 / $0 },
            lower: lower, upper: order ? upper : zip(lower, upper).map { max($0, $1) }, rows: rows + linked)
    }

    /// How readily each line gives.
    private var spreads: [Double] {
        let sizes = lines.map { max(abs(steps($0.request)), 0) }
        let priorities = rules.priorities.map { (level: $0.level, lines: LineMatcher($0.lines)) }
        let mean = max(sizes.reduce(0, +) / Double(max(sizes.count, 1)), 1)
        return lines.indices.map { i in
            // A line of next to nothing gives next to nothing, but is not stuck.
            let own = max(sizes[i], 1e-3 * mean)
            switch rules.spread {
            case .proportional: return own
            case .range: return max(lines[i].width.map(steps) ?? own, 1e-3 * mean)
            case .priority:
                let level = priorities.first { $0.lines.contains(lines[i]) }?.level ?? 1
                return own * (1..<max(level, 1)).reduce(1.0) { value, _ in value * 100 }
            }
        }
    }

    /// Whether the rules can be kept together.
    func isFeasible(_ chosen: Set<Int>) -> Bool {
        let (lower, upper) = bounds(under: chosen)
        guard zip(lower, upper).allSatisfy({ $0 <= $1 + 1e-9 * (1 + abs($1)) }) else { return false }
        return (try? leastSquares(under: chosen).solve().isFeasible) ?? false
    }
}

extension RequestLine {
    /// A figure of the year before, or the request itself; `nil` where it is not known.
    func amount(_ basis: RequestPolicy.Basis) -> Amount? {
        switch basis {
        case .expected: request
        case .initialBudget: lastYear?.initialBudget.amount
        case .adjustedBudget: lastYear?.adjustedBudget
        case .lastActual: lastYear?.actual
        case .zero: .zero
        }
    }
}
