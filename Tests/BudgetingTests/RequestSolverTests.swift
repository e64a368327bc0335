import FinalAccounts
import Platform
import SeededNumbers
import Testing

@testable import Budgeting

@Suite("Requests under rules")
struct RequestSolverTests {
    /// Lines of these requests in whole steps of one 分; the code of the first is 2000001.
    private func lines(_ requests: [Int64], budgets: [Int64] = []) -> [RequestLine] {
        requests.enumerated().map { place, request in
            let budget: BudgetState = place < budgets.count ? .stated(Amount(minorUnits: budgets[place])) : .notStated
            return RequestLine(
                subject: Subject(code: String(2_000_001 + place), names: ["第\(place)项"], level: .item),
                lineClass: place == 0 ? .threePublic : .budgeted, request: Amount(minorUnits: request),
                lastYear: Observation(year: FiscalYear(2023), initialBudget: budget))
        }
    }

    private func solve(_ yaml: String, _ lines: [RequestLine], step: Int64 = 1) throws -> [Int64] {
        let rules = try BudgetRules(yaml: yaml, file: "r.yaml", unit: .yuan)
        return try RequestSolver(rules: rules, step: step).solve(lines).requests.map(\.minorUnits)
    }

    @Test("A ceiling spreads the gap in proportion and is met to the last 分; one that is not reached changes nothing")
    func ceiling() throws {
        #expect(try solve("ceilings: [{total: 5}]", lines([200, 300, 500])) == [100, 150, 250])
        #expect(try solve("ceilings: [{total: 20}]", lines([200, 300, 500])) == [200, 300, 500])
        #expect(try solve("ceilings: [{total: 20, at: exactly}]", lines([200, 300, 500])) == [400, 600, 1000])
        let thirds = try solve("ceilings: [{total: 1}]", lines([101, 101, 101]))
        #expect(thirds.reduce(0, +) == 100 && thirds.allSatisfy { (33...34).contains($0) })
    }

    @Test("Bounds are kept, and what a bounded line cannot give the others do")
    func bounds() throws {
        let solved = try solve(
            "ceilings: [{total: 5}]\nbounds: [{lines: [2000001], down: 0.1}]", lines([200, 300, 500]))
        #expect(solved[0] == 180 && solved.reduce(0, +) == 500)
        #expect(solved[1] == 120 && solved[2] == 200)
    }

    @Test("Caps, links, fixed and zero-based lines hold together under a ceiling")
    func all() throws {
        let yaml = """
            ceilings: [{name: 控制数, total: 20, at: exactly}]
            caps:
              - {name: 只减不增, classes: [three_public], at_most: initial_budget, each: true}
              - {name: 压减, lines: [2000002, 2000003], at_most: initial_budget, cut: 0.05}
            links: [{name: 公积金, line: 2000005, rate: 0.12, of: [2000004]}]
            fixed: [{lines: [2000006], amount: 3.33}]
            zero_based: [2000007]
            """
        let solved = try solve(
            yaml, lines([200, 300, 500, 1000, 80, 0, 90, 400], budgets: [150, 300, 400, 900, 70, 0, 90, 400]))
        #expect(solved.reduce(0, +) == 2000)
        #expect(solved[0] <= 150 && solved[1] + solved[2] <= 665)
        #expect(abs(Double(solved[4]) - 0.12 * Double(solved[3])) <= 0.5)
        #expect(solved[5] == 333 && solved[6] == 0)
    }

    @Test("What is not asked for is not asked for to fill a ceiling")
    func notAskedFor() throws {
        let solved = try solve("ceilings: [{total: 10, at: exactly}]", lines([0, 300, 500]))
        #expect(solved[0] == 0 && solved.reduce(0, +) == 1000)
    }

    @Test("By range the least certain line gives most, by priority the least important one")
    func spread() throws {
        var uncertain = lines([400, 400])
        uncertain[0].width = Amount(minorUnits: 300)
        uncertain[1].width = Amount(minorUnits: 100)
        #expect(try solve("spread: range\nceilings: [{total: 4}]", uncertain) == [100, 300])
        let solved = try solve(
            "spread: priority\npriorities: [{level: 2, lines: [2000002]}]\nceilings: [{total: 6}]", lines([400, 400]))
        #expect(solved.reduce(0, +) == 600 && solved[0] >= 396)
    }

    @Test("Rules that cannot be kept are named, and no rule more")
    func conflict() throws {
        let yaml = """
            ceilings:
              - {name: 全部, total: 100}
              - {name: 甲, lines: [2000001], total: 1}
            bounds: [{name: 保底, lines: [2000001], down: 0.2}]
            """
        let error = #expect(throws: BudgetRuleError.self) { try solve(yaml, lines([200, 300])) }
        #expect(error == .conflict(["甲", "保底"]))
        let unknown = #expect(throws: BudgetRuleError.self) { try solve("zero_based: [999]", lines([1])) }
        #expect(unknown == .noLine(rule: "zero_based"))
        let circle =
            "links: [{name: 甲, line: 2000001, rate: 1, of: [2000002]}, "
            + "{name: 乙, line: 2000002, rate: 1, of: [2000001]}]"
        #expect(throws: BudgetRuleError.circle(rule: "甲")) { try solve(circle, lines([1, 1])) }
    }

    @Test("Two hundred seeded drafts keep exact totals and overlapping ceilings to the last step", arguments: 0..<4)
    func seeded(quarter: Int) throws {
        for seed in (quarter * 50)..<(quarter * 50 + 50) {
            var random = SeededGenerator(seed: UInt64(seed) + 900)
            let requests = (0..<40).map { _ in Int64(random.uniform(100, 100_000)) }
            let kept = requests.map { Int64(Double($0) * random.uniform(0.7, 1.1)) }
            var rules = BudgetRules()
            func ceiling(_ places: [Int], isExact: Bool) -> BudgetRule {
                BudgetRule(
                    name: "\(places)", lines: LineSet(subjects: places.map { String(2_000_001 + $0) }),
                    demand: .ceiling(Amount(minorUnits: places.reduce(0) { $0 + kept[$1] }), isExact: isExact))
            }
            rules.rules = [
                ceiling(Array(0..<40), isExact: true), ceiling(Array(5..<25), isExact: false),
                ceiling(Array(15..<35), isExact: false),
            ]
            let solved = try RequestSolver(rules: rules, step: 1).solve(lines(requests))
            for (rule, outcome) in zip(rules.rules, solved.outcomes) {
                guard case .ceiling(let amount, let isExact) = rule.demand else { continue }
                #expect(isExact ? outcome.after == amount : outcome.after <= amount)
            }
        }
    }

    @Test(
        "A fault in a file of rules is told with its line and what to do",
        arguments: [
            ("ceiling: [{total: 1}]", "r.yaml:1"), ("ceilings:\n  - {totals: 1}", "r.yaml:2"),
            ("ceilings:\n  - {name: a}", "r.yaml:2"), ("caps: [{at_most: initial_budget, cut: 5}]", "r.yaml:1"),
            ("links: [{line: 1, rate: -1, of: [2]}]", "r.yaml:1"), ("spread: evenly", "r.yaml:1"),
            ("priorities: [{level: 9}]", "r.yaml:1"),
        ])
    func faults(yaml: String, place: String) {
        let error = #expect(throws: ReadError.self) { try BudgetRules(yaml: yaml, file: "r.yaml", unit: .yuan) }
        #expect(error?.description.contains(place) ?? false)
        #expect(!(error?.remedy.isEmpty ?? true))
    }
}
