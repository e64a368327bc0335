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
        try policy.request(for: lineClass, expected: expected, lastYear: lastYear)
    }

    @Test("By default what is budgeted is asked for, what is added in the year, from above or for an occasion is not")
    func standard() throws {
        for lineClass in [LineClass.budgeted, .personnel, .new, .unstated] {
            #expect(try request(.standard, lineClass) == expected)
        }
        for lineClass in [LineClass.addedInYear, .transfer, .oneOff, .ended] {
            #expect(try request(.standard, lineClass) == .zero)
        }
        #expect(try request(.standard, .threePublic) == Amount(minorUnits: 500))
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
            ("budgeted: [", "p.yaml"), ("budgeted: {growth: -2}", "p.yaml:1"),
        ])
    func faults(yaml: String, place: String) throws {
        let error = #expect(throws: ReadError.self) { try RequestPolicy(yaml: yaml, file: "p.yaml") }
        #expect(error?.description.contains(place) ?? false)
        #expect(!(error?.remedy.isEmpty ?? true))
    }
}
