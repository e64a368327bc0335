import FinalAccounts
import Testing

@testable import Forecasting

/// Data that no one should hand in and someone will: a row with a note or one clear error, never a crash, never NaN.
@Suite("Bad data")
struct BadDataTests {
    private static let hard: [[Double]] = [
        [.nan, .nan, .nan, .nan, .nan, .nan], [.nan, .nan, .nan, .nan, .nan, 5], [7, 7, 7, 7, 7, 7],
        [0, 0, 0, 0, 0, 0], [1e15, -1e15, 1e15, -1e15, 1e15, -1e15], [1e15, 1e15, 1e15, 1e15, 1e15, 1e15],
        [-1e15, .nan, 3, .nan, 1e-9, 2], [.infinity, 1, 2, 3, 4, 5], [1, 2, 3, 4, 5, -.infinity],
        [3, 30, 300, 3000, 30_000, 300_000], [120, 118, 125, 1_300_000, 128, 1_310_000],
        [1e-12, 0, 1e-12, 0, 0, 1e-12],
    ]

    private func expectSane(_ forecast: PanelForecast, _ panel: SeriesPanel) {
        for i in 0..<panel.series {
            let steps = (i * forecast.horizon)..<((i + 1) * forecast.horizon)
            guard forecast.isForecast(i) else {
                #expect(steps.allSatisfy { forecast.values[$0].isNaN })
                continue
            }
            for step in steps {
                let value = forecast.values[step]
                let isOrdered =
                    value.isFinite && forecast.lower[1][step] <= forecast.lower[0][step]
                    && forecast.lower[0][step] <= value && value <= forecast.upper[0][step]
                    && forecast.upper[0][step] <= forecast.upper[1][step] && forecast.upper[1][step].isFinite
                #expect(isOrdered, "series \(i), step \(step): \(value)")
            }
        }
    }

    @Test("Hard rows among a hundred ordinary ones get finite, ordered results or none", arguments: [1, 3])
    func panels(horizon: Int) throws {
        var values = Self.hard.flatMap { $0 }
        for i in 0..<100 { values += (0..<6).map { Double(100 + 7 * i % 50 + ($0 * i) % 13) } }
        let panel = try SeriesPanel(firstYear: 2018, years: 6, actuals: values)
        let forecast = try PanelForecaster().forecast(panel, target: 2024, horizon: horizon)
        expectSane(forecast, panel)
        #expect(!forecast.isForecast(0) && forecast.isForecast(1))
    }

    @Test("Hard rows with nothing beside them get finite, ordered results or none, alone and together")
    func alone() throws {
        for rows in Self.hard.map({ [$0] }) + [Self.hard] {
            let panel = try SeriesPanel(firstYear: 2018, years: 6, actuals: rows.flatMap { $0 })
            expectSane(try PanelForecaster().forecast(panel, target: 2024, horizon: 2), panel)
        }
    }

    @Test("Budgets of any kind beside hard rows leave the outlook finite")
    func budgets() throws {
        var panel = SeriesPanel(series: Self.hard.count * 10, firstYear: 2018, years: 7, hasBudgets: true)
        for i in 0..<panel.series {
            let row = Self.hard[i % Self.hard.count]
            for (j, value) in row.enumerated() { panel.setActual(value, series: i, year: 2018 + j) }
            for j in 0..<7 where (i + j) % 3 > 0 {
                panel.setBudget([0, 1e15, -1e15, 50, .nan][(i + j) % 5], series: i, year: 2018 + j)
            }
        }
        expectSane(try PanelForecaster().forecast(panel, target: 2024, mode: .outlook), panel)
    }

    @Test("Three hundred years are forecast from the last sixty")
    func threeHundredYears() throws {
        let long = SpendingSeries(
            unit: BudgetUnit("u"), subject: Subject(code: "208", names: []),
            observations: (1724...2023).map {
                Observation(year: FiscalYear($0), actual: Amount(minorUnits: Int64(100_00 * ($0 - 1700))))
            })
        let row = try #require(try ForecastEngine().forecast([long], target: FiscalYear(2024)).first)
        #expect(row.yearsUsed == 60 && row.years == 1964...2023)
        #expect(abs(row.value - 32_400) < 300)
    }

    @Test("One subject in two bodies is two series; given twice in one body it is one clear error")
    func subjectTwice() throws {
        func series(_ unit: String) -> SpendingSeries {
            SpendingSeries(
                unit: BudgetUnit(unit), subject: Subject(code: "208", names: []),
                observations: [Observation(year: FiscalYear(2023), actual: Amount(minorUnits: 500))])
        }
        let rows = try ForecastEngine().forecast([series("a"), series("b")], target: FiscalYear(2024))
        #expect(rows.map(\.unit.name) == ["a", "b"])
        #expect(throws: ForecastError.duplicateSeries(unit: "a", subject: "208")) {
            try ForecastEngine().forecast([series("a"), series("a")], target: FiscalYear(2024))
        }
    }

    @Test("Amounts at the limit stay amounts")
    func largestAmounts() throws {
        let actuals = [1_000_000_000_000_000, 9_000_000_000_000_000, 50_000_000_000_000_000]
        let series = SpendingSeries(
            unit: BudgetUnit("u"), subject: Subject(code: "208", names: []),
            observations: actuals.enumerated().map {
                Observation(year: FiscalYear(2021 + $0), actual: Amount(minorUnits: Int64($1) * 100))
            })
        for row in try ForecastEngine().forecast([series], target: FiscalYear(2024), horizon: 20) {
            _ = try row.amount()
            for interval in row.intervals { _ = try Amount(rounding: interval.upper) }
        }
    }

    @Test("Random panels with gaps, signs and sizes of every kind never give NaN", arguments: 0..<6)
    func randomPanels(seed: Int) throws {
        var generator = SeededNumbers(state: UInt64(seed))
        let (series, years) = (1 + Int(generator.uniform() * 120), 1 + Int(generator.uniform() * 10))
        var panel = SeriesPanel(series: series, firstYear: 2000, years: years + 1, hasBudgets: seed % 2 == 0)
        for i in 0..<series {
            let size = generator.uniform() < 0.1 ? 1e14 : 1000 * generator.uniform()
            for year in 2000...(2000 + years) where generator.uniform() < 0.8 {
                let value = size * (generator.uniform() - (generator.uniform() < 0.2 ? 0.5 : 0))
                if year < 2000 + years { panel.setActual(value, series: i, year: year) }
                panel.setBudget(value * (0.5 + generator.uniform()), series: i, year: year)
            }
        }
        for mode in ForecastMode.allCases {
            let forecast = try PanelForecaster().forecast(panel, target: 2000 + years, horizon: 2, mode: mode)
            expectSane(forecast, panel)
        }
    }
}

/// SplitMix64.
struct SeededNumbers {
    var state: UInt64

    mutating func uniform() -> Double {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return Double((z ^ (z >> 31)) >> 11) * 0x1p-53
    }
}
