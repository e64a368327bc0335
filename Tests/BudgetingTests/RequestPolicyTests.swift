import FinalAccounts
import Platform
import Testing

@testable import Budgeting

@Suite("What is asked for, by class")
struct RequestPolicyTests {
    private let lastYear = Observation(
        year: FiscalYear(2023), initialBudget: .stated(Amount(minorUnits: 500)), actual: Amount(minorUnits: 900))
    private let expected = Amount(minorUnits: 1000)

    private func request(_ policy: RequestPolicy, _ lineClass: LineClass) throws -> Amount? {
        try policy.request(for: lineClass, expected: expected, years: [lastYear])
    }

    @Test("By default this year's budget is asked for again, pay as it is due, and what comes in the year is not")
    func standard() throws {
        for lineClass in [LineClass.budgeted, .toppedUp, .threePublic, .new] {
            #expect(try request(.standard, lineClass) == Amount(minorUnits: 500))
        }
        for lineClass in [LineClass.personnel, .unstated] { #expect(try request(.standard, lineClass) == expected) }
        for lineClass in [LineClass.addedInYear, .transfer, .oneOff, .ended] {
            #expect(try request(.standard, lineClass) == .zero)
        }
    }

    @Test("A tenth above or below the budget leaves it as it is, less is asked for less, pay moves beyond a twentieth")
    func keep() throws {
        func request(_ lineClass: LineClass, _ expected: Int64, budgets: [Int64?] = [500]) throws -> Int64? {
            let years = budgets.enumerated().map { place, budget in
                Observation(
                    year: FiscalYear(2024 - budgets.count + place),
                    initialBudget: budget.map { .stated(Amount(minorUnits: $0)) } ?? .unbudgeted)
            }
            return try RequestPolicy.standard.request(
                for: lineClass, expected: Amount(minorUnits: expected), years: years)?.minorUnits
        }
        #expect(try request(.budgeted, 460) == 500 && request(.budgeted, 540) == 500)
        #expect(try request(.budgeted, 440) == 440)
        #expect(
            try request(.personnel, 520) == 500 && request(.personnel, 540) == 540 && request(.personnel, 460) == 460)
        #expect(try request(.budgeted, 900, budgets: [480, nil]) == 480)
        #expect(try request(.budgeted, 900, budgets: [nil]) == 900)
    }

    @Test("A file gives back that what is budgeted is asked for as it is expected")
    func asExpected() throws {
        let policy = try RequestPolicy(yaml: "budgeted: expected\ntopped_up: expected\nnew: {keep: 0}", file: "p.yaml")
        #expect(try request(policy, .budgeted) == expected && request(policy, .toppedUp) == expected)
        #expect(try request(policy, .new) == Amount(minorUnits: 500))
    }

    @Test("A file changes the classes it names and leaves the others")
    func file() throws {
        let policy = try RequestPolicy(
            yaml: "budgeted: {request: initial_budget, growth: 0.02}\ntransfer: expected\n"
                + "personnel: {at_most: last_actual}\n", file: "p.yaml")
        #expect(try request(policy, .budgeted) == Amount(minorUnits: 510))
        #expect(try request(policy, .transfer) == expected)
        #expect(try request(policy, .personnel) == Amount(minorUnits: 900))
        #expect(try request(policy, .oneOff) == .zero)
    }

    @Test(
        "A fault is told with its line and what to do",
        arguments: [
            ("one_of: zero", "p.yaml:1"), ("budgeted: zero\ntransfer: much", "p.yaml:2"),
            ("budgeted:\n  request: zero\n  growth: fast", "p.yaml:3"), ("budgeted: {grow: 1}", "p.yaml:1"),
            ("budgeted: [", "p.yaml"), ("new:\n  keep: 2", "p.yaml:2"), ("budgeted: {growth: -2}", "p.yaml:1"),
        ])
    func faults(yaml: String, place: String) throws {
        let error = #expect(throws: ReadError.self) { try RequestPolicy(yaml: yaml, file: "p.yaml") }
        #expect(error?.description.contains(place) ?? false)
        #expect(!(error?.remedy.en.isEmpty ?? true))
    }
}
