import FinalAccounts
import Testing

@testable import Forecasting

/// Years up to 2000 only: the years after are for the report, not for tests to be tuned by.
@Suite("Forecasts of a national budget", .enabled(if: NationalBudget.isAvailable, "needs ../shared/data"))
struct NationalBudgetTests {
    private func report(_ mode: ForecastMode) throws -> BacktestReport {
        let series = try NationalBudget.series(lengths: [6], until: 2000)
        let configuration = ForecastConfiguration(scheme: NationalBudget.scheme)
        return try Backtest(configuration).run(series, targets: 1999...2000, mode: mode)
    }

    @Test("The draft beats the last value and the government's own budget")
    func draft() throws {
        let report = try report(.draft)
        let level = SubjectLevel(depth: 2)
        let own = try #require(report.value(.wape, model: "combination", level: level))
        let last = try #require(report.value(.wape, model: "last-value", level: level))
        let budget = try #require(report.value(.wape, model: "budget", level: level))
        #expect(own < 0.85 * last)
        #expect(own < budget)
    }

    @Test("The outlook beats the last value by a fifth, and its intervals hold about what they promise")
    func outlook() throws {
        let outlook = try report(.outlook)
        let level = SubjectLevel(depth: 2)
        let own = try #require(outlook.value(.wape, model: "budget-panel", level: level))
        let last = try #require(outlook.value(.wape, model: "last-value", level: level))
        #expect(own < 0.8 * last)
        let narrow = try #require(outlook.value(.coverage(0.8), model: "budget-panel", level: level))
        let wide = try #require(outlook.value(.coverage(0.95), model: "budget-panel", level: level))
        #expect((0.74...0.9).contains(narrow))
        #expect((0.92...0.99).contains(wide))
    }

    @Test("Results do not depend on the number of threads or on the order of the series")
    func determinism() throws {
        let series = try NationalBudget.series(lengths: [4], until: 2000)
        var configuration = ForecastConfiguration(scheme: NationalBudget.scheme, threads: 1)
        let one = try ForecastEngine(configuration).forecast(series, target: FiscalYear(2000), mode: .outlook)
        configuration.threads = 3
        let three = try ForecastEngine(configuration).forecast(
            series.reversed(), target: FiscalYear(2000), mode: .outlook)
        #expect(one == three)
    }

    @Test("A model of last value alone gives the last values and intervals around them")
    func lastValueModel() throws {
        let series = try NationalBudget.series(lengths: [6], until: 2000)
        let configuration = ForecastConfiguration(
            model: .lastValue, scheme: NationalBudget.scheme, reconciliation: .none, oneOffs: .keep)
        let rows = try ForecastEngine(configuration).forecast(series, target: FiscalYear(2000))
        let going = rows.filter { $0.model == .lastValue }
        #expect(going.count > 300)
        #expect(going.allSatisfy { $0.value == $0.lastActual })
    }
}
