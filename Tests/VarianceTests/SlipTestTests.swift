import FinalAccounts
import Testing

@testable import Variance

@Suite("Slips of unit and decimal point")
struct SlipTestTests {
    private func slip(
        actual: Double, budget: Double? = nil, previous: Double? = nil, older: [Double] = []
    ) -> SlipTest.Finding? {
        SlipTest(actual: actual, budget: budget, previous: previous, older: older).finding(materiality: 10_000)
    }

    @Test("元 written for 万元 in the actual is recognised against budget and last year")
    func unitSlipInActual() {
        let found = slip(actual: 81.3, budget: 800_000, previous: 760_000, older: [740_000, 750_000, 760_000])
        #expect(found?.figure == .actual)
        #expect(found?.power == -4)
    }

    @Test("A budget in the wrong unit is found in the budget, not in the actual")
    func unitSlipInBudget() {
        let found = slip(actual: 813_000, budget: 80, previous: 760_000)
        #expect(found?.figure == .initialBudget)
        #expect(found?.power == -4)
    }

    @Test("Last year's slip is not this year's rise")
    func unitSlipLastYear() {
        #expect(
            slip(actual: 813_000, budget: 800_000, previous: 76, older: [740_000, 750_000, 760_000])?.figure
                == .previousActual)
    }

    @Test("With one other figure it is said that either may have slipped")
    func ambiguous() {
        #expect(slip(actual: 8_130_000_000, budget: 800_000)?.figure == .actualOrBudget)
        #expect(slip(actual: 8_130_000_000, previous: 800_000)?.figure == .actualOrPrevious)
    }

    @Test("A decimal point is called slipped only where the figures agree closely")
    func decimalPoint() {
        #expect(slip(actual: 8_130_000, budget: 800_000, previous: 810_000)?.power == 1)
        #expect(slip(actual: 6_000_000, budget: 800_000, previous: 810_000) == nil)
        #expect(slip(actual: 8_130_000, budget: 800_000) == nil)
    }

    @Test("Fifteen times the budget is an overrun, not a slip")
    func overrunIsNoSlip() {
        #expect(slip(actual: 809_300, budget: 54_700) == nil)
        #expect(slip(actual: 809_300, budget: 54_700, previous: 1_032_600) == nil)
    }

    @Test("A slip flags the item once: not its sums, and not as an overrun")
    func oneFlag() throws {
        var lines = (2020...2023).flatMap { year in
            (1...10).map { line("20101\($0 < 10 ? "0" : "")\($0)", year, budget: 1_000_000, actual: 990_000) }
        }
        lines += (2020...2023).map {
            line("2080505", $0, budget: 500_000, actual: $0 == 2023 ? 5_100_000_000 : 500_000)
        }
        let report = try AnomalyDetector(scheme: .china).report(on: lines.series(), year: FiscalYear(2023))
        #expect(report.anomalies.map(\.subject.code) == ["2080505"])
        #expect(report.anomalies.first?.flags.map(\.kind) == [.unitSlip])
    }
}
