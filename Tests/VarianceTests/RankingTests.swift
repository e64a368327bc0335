import FinalAccounts
import Forecasting
import SyntheticAccounts
import Testing

@testable import Variance

@Suite("Ranking of synthetic ledgers")
struct RankingTests {
    @Test(
        "Of the first twenty rows of a ledger of 200 units at least nine in ten were planted, with forecasts and without",
        arguments: [501, 502, 503] as [UInt64], [true, false])
    func precisionAtTwenty(seed: UInt64, isForecast: Bool) throws {
        let ledger = SyntheticLedger(seed: seed)
        let planted = Set(ledger.planted.map { "\($0.unit.name) \($0.code)" })
        let series = try ledger.lines.series()
        let year = FiscalYear(SyntheticLedger.year)
        let forecasts = isForecast ? try ForecastEngine().forecast(series, target: year) : []
        let report = try AnomalyDetector(scheme: .china).report(on: series, year: year, forecasts: forecasts)
        let hits = report.anomalies.prefix(20).count { planted.contains("\($0.unit.name) \($0.subject.code ?? "")") }
        #expect(hits >= 18)
    }

    @Test("The same seed makes the same ledger, another seed another")
    func seeds() {
        var shape = SyntheticLedger.Shape()
        shape.units = 5
        #expect(SyntheticLedger(seed: 1, shape: shape).lines == SyntheticLedger(seed: 1, shape: shape).lines)
        #expect(SyntheticLedger(seed: 1, shape: shape).lines != SyntheticLedger(seed: 2, shape: shape).lines)
    }

    @Test(
        "Severity grows with size and with surprise, and a surprising trifle stays below an ordinary sum without plan")
    func severity() {
        func severity(_ kind: FlagKind, _ yuan: Double, _ surprise: Double) -> Double {
            Severity.of(kind, departure: yuan, unexplained: yuan, materiality: 1000, surprise: surprise)
        }
        #expect(severity(.overrun, 8000, 3) > severity(.overrun, 4000, 3))
        #expect(severity(.overrun, 4000, 4) > severity(.overrun, 4000, 3))
        #expect(severity(.unbudgeted, 100_000, 0) > severity(.rose, 50, 4))
        #expect(severity(.rose, 4000, 0) < 0.1)
    }

    @Test("Flags of one family count once, flags of two families confirm each other")
    func families() {
        let budget = AnomalyFlag(
            kind: .overrun, evidence: .againstBudget(budget: .zero, actual: .zero), surprise: 1, unexplained: 1,
            severity: 3)
        let change = AnomalyFlag(
            kind: .rose, evidence: .againstPrevious(previous: .zero, current: .zero), surprise: 1, unexplained: 1,
            severity: 4)
        let share = AnomalyFlag(
            kind: .levelShift, evidence: .levelShift(since: 2022, before: .zero, after: .zero), surprise: 1,
            unexplained: 1, severity: 2)
        #expect(Severity.of([budget, change, share]) == 5)
    }
}
