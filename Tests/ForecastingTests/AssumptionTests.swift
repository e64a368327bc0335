import FinalAccounts
import Testing

@testable import Forecasting

@Suite("Assumptions and overrides")
struct AssumptionTests {
    private static let target = FiscalYear(2024)
    private static let history = [2019: 100, 2020: 100, 2021: 100, 2022: 100, 2023: 100]

    private func rows(
        _ series: [SpendingSeries], horizon: Int = 1, _ change: (inout ForecastConfiguration) -> Void
    ) throws -> [Forecast] {
        var configuration = ForecastConfiguration()
        change(&configuration)
        return try ForecastEngine(configuration).forecast(series, target: Self.target, horizon: horizon)
    }

    @Test("The growth with the longest fitting prefix counts, and the model's number stays in the note")
    func growth() throws {
        let series = [SpendingSeries.sample("2080101", Self.history), .sample("2100101", Self.history)]
        let rows = try rows(series, horizon: 2) {
            $0.growth = [GrowthAssumption(rate: 0.5), GrowthAssumption(codePrefix: "208", rate: 0.1)]
        }
        #expect(rows.map { ($0.value * 100).rounded() / 100 } == [110, 121, 150, 225])
        let isNoted = rows[0].notes.contains {
            if case .growthAssumption(rate: 0.1, modelForecast: let value) = $0 { abs(value - 100) < 5 } else { false }
        }
        #expect(isNoted)
    }

    @Test("Stated growth holds exactly in every line and in the total", arguments: Reconciliation.allCases)
    func growthIsExact(method: Reconciliation) throws {
        let lines = SpendingSeries.samplePanel(12).map { item in
            item.observations.map { one in
                AccountLine(
                    unit: item.unit, fiscalYear: one.year, subject: item.subject, initialBudget: one.initialBudget,
                    actual: one.actual)
            }
        }.flatMap(\.self)
        let series = try SeriesBuilder(scheme: .china).series(from: lines)
        let rows = try rows(series) {
            $0.reconciliation = method
            $0.growth = [GrowthAssumption(rate: 0.03)]
        }
        #expect(rows.count == series.count)
        for row in rows { #expect(abs(row.value - 1.03 * row.lastActual) <= 1e-9 * row.value, "\(row.subject)") }
    }

    @Test("Inflation turns a constant in real terms into one in real terms")
    func inflation() throws {
        var level = 1_000_000.0
        var actuals: [Int: Int] = [:]
        for year in 2016...2023 {
            actuals[year] = Int(level.rounded())
            level *= 1.08
        }
        let rates = Dictionary(uniqueKeysWithValues: (2016...2024).map { ($0, 0.08) })
        let row = try #require(
            try rows([.sample("2080101", actuals)]) { $0.inflation = rates }.first)
        #expect(abs(row.value / level - 1) < 1e-3)
        #expect(row.notes.contains(.inflationAdjusted))
    }

    @Test("A user's number stands, its range holds it, and the model's number is kept beside it")
    func overrides() throws {
        let series = [SpendingSeries.sample("2080101", Self.history), .sample("2080102", Self.history)]
        let plain = try rows(series) { _ in }
        let rows = try rows(series) {
            $0.overrides = [ForecastOverride(subject: "2080101", year: 2024, value: 300)]
        }
        #expect(rows[0].value == 300)
        #expect(rows[0].modelValue == plain[0].value)
        #expect(rows[0].notes.contains(.overridden(modelForecast: plain[0].value)))
        #expect(rows[0].intervals.allSatisfy { $0.lower <= 300 && 300 <= $0.upper })
        #expect(rows[1].value == plain[1].value)
    }

    @Test("Levels add up around a user's number, which does not move", arguments: Reconciliation.allCases)
    func overriddenHierarchy(method: Reconciliation) throws {
        guard method != .none else { return }
        func history(_ level: Int) -> [Int: Int] {
            Dictionary(uniqueKeysWithValues: (2017...2023).map { ($0, level + ($0 * 37 + level) % 9) })
        }
        var series = [SpendingSeries.sample("2080101", history(100)), .sample("2080102", history(200))]
        let parent = (2017...2023).map { year in
            (year, (history(100)[year] ?? 0) + (history(200)[year] ?? 0))
        }
        series.append(.sample("20801", Dictionary(uniqueKeysWithValues: parent)))
        let rows = try rows(series) {
            $0.reconciliation = method
            $0.overrides = [ForecastOverride(unit: "u", subject: "2080102", year: 2024, value: 500)]
        }
        let values = Dictionary(uniqueKeysWithValues: rows.map { ($0.subject.code ?? "", $0.value) })
        #expect(values["2080102"] == 500)
        let sum = (values["2080101"] ?? 0) + 500
        #expect(abs(sum - (values["20801"] ?? 0)) < 1e-6)
    }

    @Test("What the model says by itself stands beside it at every level, as if nothing had been stated")
    func modelBeside() throws {
        let parent = Dictionary(uniqueKeysWithValues: Self.history.map { ($0.key, 2 * $0.value + 5) })
        let series = [
            SpendingSeries.sample("2080101", Self.history), .sample("2080102", Self.history), .sample("20801", parent),
        ]
        let plain = try rows(series) { _ in }
        let stated = try rows(series) {
            $0.overrides = [ForecastOverride(subject: "2080101", year: 2024, value: 300)]
            $0.growth = [GrowthAssumption(codePrefix: "2080102", rate: 0.2)]
        }
        #expect(stated.map(\.modelValue) == plain.map(\.value))
        #expect(plain.allSatisfy { $0.modelValue == $0.value })
        #expect(zip(stated, plain).allSatisfy { $0.value != $1.value })
    }

    @Test("Numbers for other bodies, years and subjects are left alone")
    func otherOverrides() throws {
        let series = [SpendingSeries.sample("2080101", Self.history)]
        let plain = try rows(series) { _ in }
        let others = [
            ForecastOverride(unit: "other", subject: "2080101", year: 2024, value: 1),
            ForecastOverride(subject: "2080101", year: 2030, value: 1),
            ForecastOverride(subject: "208", year: 2024, value: 1),
        ]
        #expect(try rows(series) { $0.overrides = others } == plain)
    }
}
