import FinalAccounts
import Platform
import Testing

@testable import Variance

@Suite("Earlier years in words")
struct HistoryTextTests {
    private func anomaly(_ observations: [Observation]) -> Anomaly {
        Anomaly(
            series: SpendingSeries(
                unit: BudgetUnit("甲单位"), subject: Subject(code: "2010301", names: ["行政运行"]),
                observations: observations),
            year: FiscalYear(2023), flags: [])
    }

    private func wan(_ amount: Int) -> Amount { Amount(minorUnits: Int64(amount) * 1_000_000) }

    private func text(_ observations: [Observation], _ language: Language = .zhHans) -> String {
        HistoryText(language: language, unit: .wan).text(for: anomaly(observations))
    }

    @Test("Each earlier year tells what was spent, how the plan fared and the change; the year itself is not told")
    func years() {
        let years = [
            Observation(year: FiscalYear(2021), initialBudget: .stated(wan(100)), actual: wan(98)),
            Observation(year: FiscalYear(2022), initialBudget: .unbudgeted, actual: wan(147)),
            Observation(year: FiscalYear(2023), initialBudget: .stated(wan(100)), actual: wan(1)),
        ]
        #expect(text(years) == "2021年98.00万元（完成预算98.00%）；2022年147.00万元（无年初预算，同比+50.00%）")
        #expect(
            text(years, .en) == "2021: 98.00 CNY 10k (98.00% of budget); 2022: 147.00 CNY 10k (unbudgeted, +50.00%)")
    }

    @Test("There is no change over a gap, from nothing, or to a year without an actual")
    func gaps() {
        let years = [
            Observation(year: FiscalYear(2018), actual: wan(0)), Observation(year: FiscalYear(2019), actual: wan(5)),
            Observation(year: FiscalYear(2021), actual: wan(7)),
            Observation(year: FiscalYear(2022), initialBudget: .stated(wan(9))),
        ]
        #expect(
            text(years) == "2018年0.00万元；2019年5.00万元；2021年7.00万元；2022年决算未公开（年初预算9.00万元）")
        #expect(text([Observation(year: FiscalYear(2023), actual: wan(1))]).isEmpty)
    }

    @Test("Of many years the last six are told")
    func manyYears() {
        let years = (2010...2023).map { Observation(year: FiscalYear($0), actual: wan($0 - 2000)) }
        let parts = text(years, .en).split(separator: "; ")
        #expect(parts.map { $0.prefix(4) } == ["2017", "2018", "2019", "2020", "2021", "2022"])
        #expect(parts[0] == "2017: 17.00 CNY 10k (+6.25%)")
    }
}
