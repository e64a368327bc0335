import FinalAccounts
import Forecasting
import Regression
import SeededNumbers
import SyntheticAccounts
import Testing

@testable import Variance

@Suite("Flags from history and from peers")
struct HistoryFlagTests {
    private static let year = FiscalYear(2023)

    /// Forty units of ten subjects that scatter a little about a level, with one subject of the first unit given.
    private func ledger(_ actuals: [Int: Int], budget: Int? = nil, peers: (Int, Int) -> Double = { _, _ in 1 })
        -> [AccountLine]
    {
        var random = SeededGenerator(seed: 5)
        var lines: [AccountLine] = []
        for unit in 1...40 {
            for subject in 1...10 {
                let code = "20101" + (subject < 10 ? "0\(subject)" : "\(subject)")
                for year in 2016...2023 {
                    let level = 1_000_000 * (1 + 0.1 * Double(subject)) * peers(subject, year)
                    let actual = Int(level * (1 + 0.03 * random.normal()))
                    lines.append(line(code, year, budget: Int(level), actual: actual, unit: "单位\(unit)"))
                }
            }
        }
        lines += actuals.map { line("2080505", $0.key, budget: budget ?? $0.value, actual: $0.value, unit: "单位1") }
        return lines
    }

    private func anomaly(_ lines: [AccountLine], forecasts: [Forecast] = []) throws -> Anomaly? {
        try AnomalyDetector(scheme: .china).report(on: lines.series(), year: Self.year, forecasts: forecasts)
            .anomalies.first { $0.subject.code == "2080505" && $0.unit.name == "单位1" }
    }

    @Test("A level that rose last year and stayed is a level shift since then, not a rise")
    func levelShift() throws {
        let actuals = [2017: 510, 2018: 500, 2019: 490, 2020: 505, 2021: 495, 2022: 1200, 2023: 1190]
        let anomaly = try #require(try anomaly(ledger(actuals.mapValues { $0 * 1000 })))
        let flag = try #require(anomaly.flag(.levelShift))
        #expect(
            flag.evidence
                == .levelShift(
                    since: 2022, before: Amount(minorUnits: 50_000_000), after: Amount(minorUnits: 119_500_000)))
        #expect(anomaly.flag(.rose) == nil)
        #expect((flag.significance?.falseDiscoveryRate ?? 1) <= AnomalyThresholds.draft.falseDiscoveryRate)
    }

    @Test("A single high year that came back is no level shift")
    func singleYear() throws {
        let actuals = [2017: 510, 2018: 500, 2019: 490, 2020: 505, 2021: 495, 2022: 1200, 2023: 500]
        #expect(try anomaly(ledger(actuals.mapValues { $0 * 1000 }))?.flag(.levelShift) == nil)
    }

    @Test("Steady growth that goes on is not flagged; the year it breaks is off the trend")
    func trend() throws {
        let growing = Dictionary(uniqueKeysWithValues: (2016...2023).map { ($0, 500_000 + 40_000 * ($0 - 2016)) })
        #expect(try anomaly(ledger(growing)) == nil)
        var broken = growing
        broken[2023] = 400_000
        let flag = try #require(try anomaly(ledger(broken))?.flag(.offTrend))
        guard case .trend(let expected, let actual, let years, let residual, let degrees) = flag.evidence else {
            Issue.record("off the trend without the evidence of a trend")
            return
        }
        #expect(actual == Amount(minorUnits: 40_000_000))
        #expect(abs(expected.doubleValue - 790_000) < 40_000)
        #expect(years == 7 && degrees == 5 && residual < -5)
    }

    @Test("The residual is the studentized deleted residual of the fit with the year in it")
    func studentizedDeletedResidual() throws {
        let actuals = [2017: 510, 2018: 560, 2019: 490, 2020: 535, 2021: 595, 2022: 580, 2023: 990]
        let series = try ledger(actuals.mapValues { $0 * 1000 }).series()
        let trees = try UnitTree.trees(of: series, scheme: .china)
        let unit = try #require(UnitFigures(trees[0], year: Self.year, thresholds: .draft))
        let test = try TrendTest(unit.subjects, year: Self.year, leastError: 0)
        let index = try #require(unit.tree.series.firstIndex { $0.subject.code == "2080505" })
        let positions = unit.subjects[index].past + [try #require(unit.subjects[index].actual)]
        let fit = try LinearModel.leastSquares.fit(
            Design(["year": positions.indices.map(Double.init)]), positions)
        let expected = try #require(try fit.studentizedDeletedResiduals().last ?? nil)
        let residual = try #require(test[index]).residual
        #expect(abs(residual - expected) < 1e-8 * abs(expected))
    }

    @Test("A year outside the forecast made before it is flagged with forecast, interval and model")
    func forecast() throws {
        let actuals = [2017: 510, 2018: 500, 2019: 490, 2020: 505, 2021: 495, 2022: 500, 2023: 900]
        let lines = ledger(actuals.mapValues { $0 * 1000 })
        let forecasts = try ForecastEngine().forecast(lines.series(), target: Self.year)
        let flag = try #require(try anomaly(lines, forecasts: forecasts)?.flag(.outsideForecast))
        guard case .forecast(let value, let lower, let upper, let level, let actual, _) = flag.evidence else {
            Issue.record("outside a forecast without the evidence of one")
            return
        }
        #expect(lower < value && value < upper && upper < actual)
        #expect(level == 0.95)
        #expect(try anomaly(lines)?.flag(.outsideForecast) == nil)
    }

    @Test("A subject that moves unlike the same subject elsewhere is flagged; one that moves like it is not surprising")
    func peers() throws {
        let shock: (Int, Int) -> Double = { subject, year in subject == 3 && year == 2023 ? 2 : 1 }
        let lines = ledger([:], peers: shock)
        let all = try AnomalyDetector(scheme: .china).report(on: lines.series(), year: Self.year)
        #expect(!all.anomalies.contains { $0.subject.code == "2010103" })

        let odd = lines.map { line in
            var line = line
            if line.unit.name == "单位7", line.subject.code == "2010103", line.fiscalYear == Self.year {
                line.actual = Amount(minorUnits: 20_000_000)
            }
            return line
        }
        let report = try AnomalyDetector(scheme: .china).report(on: odd.series(), year: Self.year)
        let anomaly = try #require(report.anomalies.first { $0.unit.name == "单位7" && $0.subject.code == "2010103" })
        guard case .comparison(_, _, let typical, let members) = anomaly.flag(.unlikePeers)?.evidence else {
            Issue.record("no comparison with peers")
            return
        }
        #expect(members == 40)
        #expect(abs(typical.doubleValue - 100) < 10)
    }

    @Test("Ordinary noise in a whole ledger raises next to nothing")
    func quietLedger() throws {
        let report = try AnomalyDetector(scheme: .china, thresholds: .audit).report(
            on: ledger([:]).series(), year: Self.year)
        #expect(report.examined == 400 + 3 * 40)
        #expect(report.anomalies.flatMap(\.flags).filter { $0.significance != nil }.count <= 4)
    }
}
