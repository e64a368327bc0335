import FinalAccounts
import Testing

@testable import Forecasting

@Suite("Forecast engine")
struct ForecastEngineTests {
    static func series(_ code: String, _ actuals: [Int: Int]) -> SpendingSeries {
        SpendingSeries(
            unit: BudgetUnit("test"), subject: Subject(code: code, names: [code]),
            observations: actuals.sorted { $0.key < $1.key }.map {
                Observation(year: FiscalYear($0.key), actual: Amount(minorUnits: Int64($0.value) * 100))
            })
    }

    @Test("Every subject with an actual in the last two years gets one row for each year ahead, in subject order")
    func oneRowEach() throws {
        let input = [
            Self.series("3", [2020: 5, 2022: 7]), Self.series("1", [2020: 100, 2021: 110, 2022: 120, 2023: 130]),
            Self.series("2", [2023: 9]), Self.series("4", [2019: 9]),
        ]
        let rows = try ForecastEngine().forecast(input, target: FiscalYear(2024), horizon: 2)
        #expect(
            rows.map { "\($0.subject.code ?? "")-\($0.targetYear)" } == [
                "1-2024", "1-2025", "2-2024", "2-2025", "3-2024", "3-2025",
            ])
        #expect(rows.allSatisfy { $0.value.isFinite && $0.intervals.count == 2 })
    }

    @Test("The wider level contains the narrower one and both contain the value")
    func intervalsNest() throws {
        let input = [Self.series("1", [2020: 100, 2021: 140, 2022: 120, 2023: 130]), Self.series("2", [2023: 9])]
        for row in try ForecastEngine().forecast(input, target: FiscalYear(2024), horizon: 3) {
            let narrow = try #require(row.interval(level: 0.8))
            let wide = try #require(row.interval(level: 0.95))
            #expect(wide.lower <= narrow.lower && narrow.lower <= row.value)
            #expect(row.value <= narrow.upper && narrow.upper <= wide.upper)
            #expect(narrow.lower < narrow.upper)
        }
    }

    @Test("Actuals of the target year and later are never looked at")
    func noPeeking() throws {
        let known: [Int: Int] = [2020: 100, 2021: 110, 2022: 125]
        let later = known.merging([2023: 9000, 2024: 9999]) { first, _ in first }
        let blind = try ForecastEngine().forecast([Self.series("1", known)], target: FiscalYear(2023))
        let sighted = try ForecastEngine().forecast([Self.series("1", later)], target: FiscalYear(2023))
        #expect(blind == sighted)
    }

    @Test("An upper level too small for a panel of its own is forecast along without changing what is learned")
    func sumsAreNotLearnedFrom() throws {
        let series = SpendingSeries.samplePanel(70)
        // A class whose years are unlike those of the items: learned from, it would outweigh them.
        let wild = SpendingSeries.sample(
            "200",
            Dictionary(uniqueKeysWithValues: (2014...2023).map { ($0, $0.isMultiple(of: 2) ? 9_000_000 : 1_000) }))
        let configuration = ForecastConfiguration(reconciliation: .none, oneOffs: .keep)
        let alone = try ForecastEngine(configuration).run(series, target: FiscalYear(2024))
        let together = try ForecastEngine(configuration).run(series + [wild], target: FiscalYear(2024))
        #expect(together.panels.map(\.levels.count) == [2])
        #expect(together.forecasts.filter { $0.subject.code != "200" } == alone.forecasts)
        #expect(together.forecasts.count == 71)
    }

    @Test("Without any recent actual there is one clear error")
    func nothingToForecast() {
        #expect(throws: ForecastError.nothingToForecast(target: FiscalYear(2024), maximumGap: 2)) {
            try ForecastEngine().forecast([Self.series("1", [2010: 4])], target: FiscalYear(2024))
        }
    }

    @Test("A panel without budgets hands out none, whatever the storage of an empty array")
    func noBudgets() throws {
        let panel = try SeriesPanel(firstYear: 2020, years: 3, actuals: [1, 2, 3, 4, 5, 6])
        let without = panel.withRows { $0.budgets == nil && $0.adjusted == nil && $0.row(1, end: 3).budgets == nil }
        #expect(without)
        let budgeted = SeriesPanel(series: 2, firstYear: 2020, years: 3, hasBudgets: true)
        let with = budgeted.withRows { $0.row(1, end: 3).budgets != nil }
        #expect(with)
    }
}
