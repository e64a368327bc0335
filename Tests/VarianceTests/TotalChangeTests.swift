import FinalAccounts
import Testing

@testable import Variance

@Suite("Why a total changed")
struct TotalChangeTests {
    private func line(_ year: Int, _ code: String, _ actual: Int64, budget: Int64?) -> AccountLine {
        AccountLine(
            unit: BudgetUnit("甲局"), fiscalYear: FiscalYear(year), subject: Subject(code: code, names: []),
            initialBudget: budget.map { .stated(Amount(minorUnits: $0)) } ?? .unbudgeted,
            actual: Amount(minorUnits: actual))
    }

    @Test("The largest contributions come first, the others are counted, and together they are the change")
    func contributions() throws {
        let lines = [
            line(2022, "2010101", 500, budget: 500), line(2023, "2010101", 300, budget: 450),
            line(2022, "2010102", 100, budget: 100), line(2023, "2010102", 150, budget: 150),
            line(2022, "2080101", 10, budget: 10), line(2023, "2080101", 20, budget: 20),
            line(2023, "2100410", 400, budget: nil), line(2022, "2120101", 5, budget: 5),
        ]
        let series = try SeriesBuilder(scheme: .china).series(from: lines)
        let change = try TotalChange(series, year: FiscalYear(2023), scheme: .china)
        let onYear = try #require(change.onYear)
        #expect(onYear.amount == Amount(minorUnits: 255))
        #expect(onYear.largest.map(\.subject.code) == ["2100410", "2010101", "2010102"])
        #expect(onYear.largest.map(\.amount.minorUnits) == [400, -200, 50])
        #expect(onYear.rest == Amount(minorUnits: 5) && onYear.others == 2)
        let onPlan = try #require(change.onPlan)
        #expect(onPlan.largest.map(\.amount.minorUnits) == [400, -150] && onPlan.others == 0)
        #expect(try TotalChange(series, year: FiscalYear(2022), scheme: .china).onYear == nil)
    }
}
