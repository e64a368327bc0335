import FinalAccounts
import Testing

@testable import Forecasting

@Suite("What forecasts are made of")
struct ForecastPartTests {
    private static let target = FiscalYear(2024)

    /// A panel of ninety subjects, one that ended, one that is new with a budget only, with budgets of 2024 for all but one.
    private static func panel() -> [SpendingSeries] {
        let ordinary = SpendingSeries.samplePanel(90).enumerated().map { place, item in
            guard place > 0, let budget = item.observations.last?.initialBudget else { return item }
            return SpendingSeries(
                unit: item.unit, subject: item.subject,
                observations: item.observations + [Observation(year: target, initialBudget: budget)])
        }
        return ordinary + [
            .sample("2300001", [2019: 50, 2020: 60, 2021: 55]), .sample("2300002", [:], budgets: [2024: 400]),
            .sample("2300003", [2021: -40, 2022: -60, 2023: -90], budgets: [2023: -50, 2024: -70]),
        ]
    }

    private func check(_ configuration: ForecastConfiguration, mode: ForecastMode, count: Int = 93) throws {
        var telling = configuration
        telling.tellsParts = true
        let series = Self.panel().prefix(count)
        let told = try ForecastEngine(telling).forecast(Array(series), target: Self.target, mode: mode)
        let plain = try ForecastEngine(configuration).forecast(Array(series), target: Self.target, mode: mode)
        #expect(told.map(\.value) == plain.map(\.value))
        for forecast in told {
            let sum = forecast.parts.reduce(0) { $0 + $1.amount }
            #expect(!forecast.parts.isEmpty)
            #expect(abs(sum - forecast.value) <= 1e-9 * max(abs(forecast.value), 1), "\(forecast.subject)")
        }
        #expect(plain.allSatisfy { $0.parts.isEmpty })
    }

    @Test("The parts of every forecast add up to it", arguments: [ForecastMode.draft, .outlook])
    func addUp(mode: ForecastMode) throws {
        try check(ForecastConfiguration(), mode: mode)
        try check(ForecastConfiguration(model: .olsTrend), mode: .draft)
        try check(ForecastConfiguration(reconciliation: .none), mode: mode, count: 20)
    }

    @Test("They do where growth, inflation and numbers of a person's own are stated")
    func assumptions() throws {
        var configuration = ForecastConfiguration()
        configuration.growth = [GrowthAssumption(codePrefix: "2000", rate: 0.05)]
        configuration.inflation = [2022: 0.03, 2023: 0.02, 2024: 0.02]
        configuration.overrides = [ForecastOverride(subject: "2000003", year: 2024, value: 12_345)]
        try check(configuration, mode: .draft)
    }
}
