import FinalAccounts
import Forecasting
import Platform
import Testing

@testable import Workbench

@Suite("Analyses of account lines")
struct AnalysisTests {
    private let context = AnalysisContext(language: .en)

    @Test("A comparison holds the latest year against the one before")
    func comparison() throws {
        let result = try context.comparison(in: Sample.lines)
        #expect(result.year == FiscalYear(2023) && result.earlier == FiscalYear(2022))
        let body = try #require(result.comparisons.first)
        #expect(body.unit == Sample.unit && body.rows.contains { $0.subject.code == "2010301" })
        #expect(result.table().rows.count == body.rows.count + 1)
    }

    @Test("A comparison with a later year is a wrong request, one with a year without lines wrong data")
    func comparisonRefused() {
        let later = #expect(throws: WorkbenchError.self) {
            try context.comparison(in: Sample.lines, year: FiscalYear(2020), earlier: FiscalYear(2021))
        }
        #expect(later?.kind == .usage)
        let missing = #expect(throws: WorkbenchError.self) {
            try context.comparison(in: Sample.lines, earlier: FiscalYear(2000))
        }
        #expect(missing?.kind == .data)
    }

    @Test("A review puts what is far over its budget first, and lists no more than was asked for")
    func anomalies() async throws {
        let all = try await context.anomalies(in: Sample.lines)
        #expect(all.anomalies.first?.subject.code?.hasPrefix("208") == true)
        let one = try await context.anomalies(in: Sample.lines, limit: 1)
        #expect(one.anomalies.count == 1 && one.total == all.anomalies.count)
        #expect(one.lines.isEmpty && one.forecasts.isEmpty)
        let detailed = try await context.anomalies(in: Sample.lines, isDetailed: true)
        #expect(detailed.lines.count == 2)
    }

    @Test("A forecast is of the year after the latest actuals and uses nothing from its target on")
    func forecast() throws {
        let next = try SpendingForecast(context: context).run(on: Sample.lines)
        #expect(next.target == FiscalYear(2024))
        let past = SpendingForecast(context: context, target: FiscalYear(2023))
        let before = AccountLines(Sample.lines.lines.filter { $0.fiscalYear < FiscalYear(2023) })
        #expect(try past.run(on: Sample.lines).run.forecasts == past.run(on: before).run.forecasts)
    }

    @Test("A target too far from the actuals is refused, and a number of a person for no subject is handed back")
    func forecastRefused() throws {
        let error = #expect(throws: WorkbenchError.self) {
            try SpendingForecast(context: context, target: FiscalYear(2030)).run(on: Sample.lines)
        }
        #expect(error?.action == .startEarlier("2024"))
        var configuration = context.forecasting
        configuration.overrides = [ForecastOverride(unit: nil, subject: "9999999", year: 2024, value: 1)]
        let result = try SpendingForecast(context: context, configuration: configuration).run(on: Sample.lines)
        #expect(result.unusedOverrides.map(\.subject) == ["9999999"])
    }

    @Test("A trial measures past years up to the latest with actuals")
    func trial() throws {
        let forecast = SpendingForecast(context: context)
        #expect(try !forecast.trial(on: Sample.lines, from: FiscalYear(2022)).rows.isEmpty)
        #expect(try !forecast.lastForecasts(on: Sample.lines).rows.isEmpty)
        #expect(throws: WorkbenchError.self) { try forecast.trial(on: Sample.lines, from: FiscalYear(2026)) }
    }

    @Test("A report of a source without ledger holds the body's figures and the files they are from")
    func report() throws {
        let source = LineSource(.files(["lines.csv"]), latestYear: FiscalYear(2024))
        let analysis = try context.report(on: Sample.lines, of: source)
        #expect(analysis.unit == Sample.unit && analysis.year == FiscalYear(2023))
        #expect(analysis.page.html(chartScript: nil).contains("甲局"))
        #expect(!analysis.forecastTable.rows.isEmpty)
    }

    @Test("A narrative is of the year under review and tells its sum")
    func narrative() throws {
        let source = LineSource(.files(["lines.csv"]), latestYear: FiscalYear(2024))
        let narrative = try UnitNarrative(of: Sample.lines, from: source)
        #expect(narrative.text.contains("2023年度") && narrative.text.contains("730.1"))
        #expect(narrative.text.hasSuffix("\n"))
    }
}
