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

    @Test("Rules may name funds; a line of which no fund is known is in none")
    func funds() throws {
        var paid = lines([400, 400, 400])
        paid[0].fund = .governmentFund
        paid[1].fund = .generalPublicBudget
        #expect(try solve("ceilings: [{total: 1, funds: [government_fund]}]", paid) == [100, 400, 400])
    }

    @Test("A scenario keeps the rules that all share and its own; another name is told with those there are")
    func scenarios() throws {
        let rules = try BudgetRules(
            yaml: """
                scenarios:
                  - {name: 从紧, ceilings: [{total: 3}]}
                  - {name: 保重点, spread: priority, priorities: [{level: 2, lines: [2000002]}], ceilings: [{total: 6}]}
                fixed: [{lines: [2000001], amount: 1}]
                """, file: "r.yaml", unit: .yuan)
        func solve(_ name: String) throws -> [Int64] {
            try RequestSolver(rules: rules.scenario(name), step: 1).solve(lines([200, 300, 300])).requests
                .map(\.minorUnits)
        }
        #expect(rules.rules.count == 1)
        #expect(try solve("从紧") == [100, 100, 100])
        let kept = try solve("保重点")
        #expect(kept[0] == 100 && kept[1] < 205 && kept.reduce(0, +) == 600)
        let error = #expect(throws: BudgetRuleError.self) { try rules.scenario("宽") }
        #expect(error?.remedy.en.contains("从紧, 保重点") ?? false)
        for yaml in ["scenarios: [{ceilings: []}]", "scenarios:\n  - {name: a}\n  - {name: a}"] {
            #expect(throws: ReadError.self) { try BudgetRules(yaml: yaml, file: "r.yaml", unit: .yuan) }
        }
    }

    @Test(
        "Shares of a moved ceiling add up to it, leave settled lines alone, and predict the solution for another limit")
    func live() throws {
        let yaml = { (total: Int) in
            """
            ceilings: [{name: 全部, total: \(total), at: exactly}, {name: 其中, lines: [2000001, 2000002], total: 4}]
            fixed: [{lines: [2000004], amount: 2}]
            links: [{name: 挂钩, line: 2000005, rate: 0.1, of: [2000003]}]
            """
        }
        let asked = lines([300, 300, 500, 200, 50, 150])
        func solved(_ total: Int) throws -> [Int64] { try solve(yaml(total), asked) }
        let rules = try BudgetRules(yaml: yaml(12), file: "r.yaml", unit: .yuan)
        let solver = RequestSolver(rules: rules, step: 1)
        let before = try solver.solve(asked).requests
        let live = try solver.live(asked, before)
        let total = try #require(live.ceilings.first { $0.isExact })
        #expect(abs(total.shares.values.reduce(0, +) - 1) < 1e-6)
        #expect(total.shares[3] == nil && live.fixed == [3: 2])
        #expect(live.ceilings.map(\.rule) == [1, 0], "the ceiling of fewer lines stands first")
        let inner = Set(live.members[1])
        #expect(try !inner.contains(#require(total.absorber)) && live.links.map(\.target) == [4])
        let after = try solved(11)
        for (place, share) in total.shares {
            #expect(abs(Double(before[place].minorUnits) - 100 * share - Double(after[place])) <= 2)
        }
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
        #expect(!(error?.remedy.en.isEmpty ?? true))
    }
}
