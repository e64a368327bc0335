import Budgeting
import FinalAccounts
import SeededNumbers

/// Draws drafts with rules that can be kept, solves them, and prints each with its solution as a line of JSON, for a reference
/// solver to be held against; then draws rules that cannot be kept and prints what is named.
@main
struct RulesStudy {
    private static let feasible = 200
    private static let infeasible = 50
    /// One 分: amounts are of millions, so that rounding is far below what is compared.
    private static let step: Int64 = 1

    static func main() {
        for seed in 0..<feasible { draw(UInt64(seed), lines: seed % 10 == 0 ? 1000 : 20 + seed) }
        for seed in 0..<infeasible { conflict(UInt64(seed)) }
    }

    private static func line(_ place: Int, _ amount: Int64, budget: Int64) -> RequestLine {
        let code = String(2_000_001 + place)
        return RequestLine(
            subject: Subject(code: code, names: [code], level: .item), lineClass: .budgeted,
            request: Amount(minorUnits: amount),
            lastYear: Observation(year: FiscalYear(2023), initialBudget: .stated(Amount(minorUnits: budget))))
    }

    private static func code(_ place: Int) -> String { String(2_000_001 + place) }

    /// Lines that a feasible solution is drawn for first, and rules that this solution keeps.
    private static func draw(_ seed: UInt64, lines count: Int) {
        var random = SeededGenerator(seed: 40_000_000 + seed)
        var kept: [Int64] = []
        var lines: [RequestLine] = []
        for place in 0..<count {
            let amount = Int64(random.uniform(1e7, 1e9))
            kept.append(Int64(Double(amount) * random.uniform(0.75, 1.1)))
            lines.append(line(place, amount, budget: Int64(Double(amount) * random.uniform(0.8, 1.3))))
        }
        var rules = BudgetRules()
        rules.spread = BudgetRules.Spread.allCases[Int(seed) % 3]
        rules.priorities = [.init(level: 2, lines: LineSet(subjects: (0..<(count / 4)).map(code)))]
        // A link first: its line is its rate of the sources in the solution that is drawn.
        let sources = [1, 2, 3]
        kept[0] = Int64((0.12 * Double(sources.reduce(0) { $0 + kept[$1] })).rounded())
        rules.rules.append(
            BudgetRule(
                name: "link", lines: LineSet(subjects: [code(0)]),
                demand: .link(rate: 0.12, of: LineSet(subjects: sources.map(code)))))
        rules.rules.append(
            BudgetRule(
                name: "fixed", lines: LineSet(subjects: [code(4)]), demand: .fixed(Amount(minorUnits: kept[4]))))
        let free = Array(5..<count)
        rules.rules.append(
            BudgetRule(
                name: "bounds", lines: LineSet(subjects: free.map(code)), demand: .bounds(down: 0.4, up: 0.3)))
        rules.rules.append(
            BudgetRule(name: "total", lines: LineSet(), demand: .ceiling(sum(kept, Array(0..<count)), isExact: true)))
        for number in 0..<Int(random.uniform(2, 6)) {
            let set = free.filter { _ in random.happens(0.3) }
            guard !set.isEmpty else { continue }
            rules.rules.append(
                BudgetRule(
                    name: "set \(number)", lines: LineSet(subjects: set.map(code)),
                    demand: .ceiling(sum(kept, set), isExact: false)))
        }
        let clock = ContinuousClock()
        var solved: Result<RuledRequests, BudgetRuleError>?
        let time = clock.measure {
            solved = Result { () throws(BudgetRuleError) in try RequestSolver(rules: rules, step: step).solve(lines) }
        }
        let milliseconds = Double(time.components.attoseconds) / 1e15 + Double(time.components.seconds) * 1e3
        switch solved {
        case .success(let answer): print(json(lines, rules, answer, milliseconds))
        case .failure(let error): print("{\"error\": \"\(error.problem)\"}")
        case nil: break
        }
    }

    private static func sum(_ values: [Int64], _ places: [Int]) -> Amount {
        Amount(minorUnits: places.reduce(Int64(0)) { $0 + values[$1] })
    }

    private static func json(
        _ lines: [RequestLine], _ rules: BudgetRules, _ answer: RuledRequests, _ milliseconds: Double
    ) -> String {
        let described = rules.rules.map { rule -> String in
            let members = lines.indices.filter { rule.lines.contains(lines[$0]) }
            switch rule.demand {
            case .ceiling(let amount, let isExact):
                return
                    "{\"kind\": \"ceiling\", \"lines\": \(members), \"amount\": \(amount.minorUnits), \"exact\": \(isExact)}"
            case .link(let rate, let set):
                let sources = lines.indices.filter { set.contains(lines[$0]) }
                return "{\"kind\": \"link\", \"lines\": \(members), \"rate\": \(rate), \"of\": \(sources)}"
            case .fixed(let amount):
                return "{\"kind\": \"fixed\", \"lines\": \(members), \"amount\": \(amount.minorUnits)}"
            case .bounds(let down, let up):
                return "{\"kind\": \"bounds\", \"lines\": \(members), \"down\": \(down), \"up\": \(up)}"
            default: return "{\"kind\": \"other\"}"
            }
        }
        let priority = lines.indices.map { place in
            rules.priorities.contains { $0.lines.contains(lines[place]) } ? 2 : 1
        }
        return "{\"spread\": \"\(rules.spread.rawValue)\", \"priority\": \(priority), "
            + "\"wanted\": \(lines.map(\.request.minorUnits)), \"rules\": [\(described.joined(separator: ", "))], "
            + "\"solution\": \(answer.requests.map(\.minorUnits)), \"milliseconds\": \(milliseconds)}"
    }

    /// Rules of which two or three conflict, among others that do not.
    private static func conflict(_ seed: UInt64) {
        var random = SeededGenerator(seed: 50_000_000 + seed)
        let lines = (0..<60).map { line($0, Int64(random.uniform(1e7, 1e9)), budget: 1) }
        var rules = BudgetRules()
        let half = lines.indices.filter { $0 < 30 }
        func total(_ places: [Int]) -> Int64 { places.reduce(Int64(0)) { $0 + lines[$1].request.minorUnits } }
        func ceiling(_ name: String, _ places: [Int], _ share: Double, isExact: Bool) -> BudgetRule {
            BudgetRule(
                name: name, lines: LineSet(subjects: places.map(code)),
                demand: .ceiling(Amount(minorUnits: Int64(share * Double(total(places)))), isExact: isExact))
        }
        rules.rules = [
            ceiling("loose", Array(lines.indices), 2, isExact: false),
            BudgetRule(name: "floor", lines: LineSet(subjects: half.map(code)), demand: .bounds(down: 0.1, up: 1)),
            ceiling("tight", half, 0.8, isExact: false), ceiling("other", Array(30..<60), 0.9, isExact: true),
        ]
        do throws(BudgetRuleError) {
            _ = try RequestSolver(rules: rules, step: step).solve(lines)
            print("{\"conflict\": []}")
        } catch {
            guard case .conflict(let names) = error else { return print("{\"error\": \"\(error.problem)\"}") }
            print(
                "{\"conflict\": [\(names.map { "\"\($0)\"" }.joined(separator: ", "))], \"planted\": [\"floor\", \"tight\"]}"
            )
        }
    }
}
