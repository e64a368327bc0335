import FinalAccounts
import Platform
import Testing

@testable import Variance

@Suite("The story of a line in one sentence")
struct LineStoryTests {
    /// Years up to 2023: what was spent and what was planned, in yuan; no plan is no initial budget.
    private func story(_ years: [(spent: Int, planned: Int?)]) -> LineStory? {
        let first = 2024 - years.count
        let observations = years.enumerated().map { place, year in
            Observation(
                year: FiscalYear(first + place),
                initialBudget: year.planned.map { .stated(Amount(minorUnits: Int64($0) * 100)) } ?? .unbudgeted,
                actual: Amount(minorUnits: Int64(year.spent) * 100))
        }
        let series = SpendingSeries(
            unit: BudgetUnit("甲局"), subject: Subject(code: "2010301", names: ["行政运行"]), observations: observations)
        return LineStory(series, upTo: FiscalYear(2023))
    }

    private func sentence(_ years: [(spent: Int, planned: Int?)], _ language: Language = .en) -> String? {
        story(years).map { LineStoryText(language: language) { $0.formatted(unit: .yuan) }.sentence($0) }
    }

    @Test("A budget that falls short year after year is told with what was spent and planned")
    func tooLow() {
        let years: [(Int, Int?)] = [(67, 5), (72, 5), (79, 5), (103, 5), (81, 5)]
        #expect(sentence(years) == "budget too low 5 years running: spent 67 to 103, planned 5")
        #expect(sentence(years, .zhHans) == "年初预算连续5年偏低：支出67至103，预算5")
        #expect(sentence([(50, 100), (60, 100)]) == "budget too high 2 years running: spent 50 to 60, planned 100")
    }

    @Test("One bad plan after good ones is of its year alone")
    func missed() {
        #expect(sentence([(98, 100), (99, 100), (150, 100)]) == "budget of 2023 too low: spent 150, planned 100")
    }

    @Test("Lines that are never budgeted, left out of the last budget, new or ended are told apart")
    func states() {
        #expect(sentence([(20, nil), (24, nil), (22, 0)]) == "never budgeted in 3 years: spent 20 to 24")
        #expect(
            sentence([(20, 20), (24, nil)]) == "24 spent in 2023 without a budget, which earlier years had")
        #expect(sentence([(20, nil)]) == "first spent on in 2023: 20, without a budget")
        #expect(sentence([(20, 20), (0, 20)]) == "nothing spent after 2022")
        #expect(story([]) == nil)
    }

    @Test("With good plans the spending is told: rising, falling, steady, or its span")
    func spending() {
        #expect(sentence([(10, 10), (12, 12), (13, 13), (16, 16)]) == "rising every one of 4 years: from 10 to 16")
        #expect(sentence([(16, 16), (13, 13), (12, 12), (10, 10)]) == "falling every one of 4 years: from 16 to 10")
        #expect(sentence([(100, 100), (104, 104), (101, 101)]) == "steady over 3 years: spent 100 to 104")
        #expect(sentence([(100, 100), (150, 150), (90, 90)]) == "spent 90 to 150 over 3 years")
    }
}
