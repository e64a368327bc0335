import FinalAccounts
import Testing

@testable import Forecasting

@Suite("Backtest")
struct BacktestTests {
    private func item(_ actual: Double, _ forecast: Double, roughness: Double, _ lower: Double, _ upper: Double)
        -> BacktestCase
    {
        BacktestCase(
            actual: actual, forecast: forecast, roughness: roughness,
            intervals: [PredictionInterval(level: 0.8, lower: lower, upper: upper)])
    }

    @Test("Every metric is what its definition gives by hand")
    func metrics() throws {
        let cases = [
            item(100, 90, roughness: 5, 80, 99), item(-50, -60, roughness: 0, -70, -40),
            item(0, 0, roughness: 2, -1, 1),
        ]
        func value(_ metric: BacktestMetric) throws -> Double { try #require(metric.value(of: cases)) }
        #expect(abs(try value(.wape) - 20.0 / 150) < 1e-12)
        #expect(abs(try value(.mae) - 20.0 / 3) < 1e-12)
        #expect(abs(try value(.smape) - (2000.0 / 190 + 2000.0 / 110) / 3) < 1e-12)
        #expect(abs(try value(.mase) - (10.0 / 5 + 0) / 2) < 1e-12)
        #expect(abs(try value(.mdape) - (0.1 + 0.2) / 2) < 1e-12)
        #expect(abs(try value(.coverage(0.8)) - 2.0 / 3) < 1e-12)
        #expect(abs(try value(.intervalScore(0.8)) - (19 + 30 + 2 + 2 / 0.2 * 1) / 150) < 1e-12)
        #expect(BacktestMetric.coverage(0.95).value(of: cases) == nil)
        #expect(BacktestMetric.wape.value(of: []) == nil)
    }

    @Test("Beside the forecasts stand last value and budget, year by year and over all years")
    func references() throws {
        let report = try Backtest().run(SpendingSeries.samplePanel(25), targets: 2022...2023)
        let level = SubjectLevel.item
        #expect(Set(report.summary.map(\.model)) == ["combination", "last-value", "budget"])
        #expect(report.rows.count { $0.model == "budget" && $0.level == level } == 2)
        for metric in report.metrics {
            #expect(report.value(metric, model: "combination", level: level) != nil, "\(metric.name)")
        }
        let own = try #require(report.value(.wape, model: "combination", level: level))
        let last = try #require(report.value(.wape, model: "last-value", level: level))
        #expect(own < last)
    }

    @Test("What comes after a target year changes none of its forecasts")
    func noPeeking() throws {
        let series = SpendingSeries.samplePanel(25)
        let cut = series.map { item in
            SpendingSeries(
                unit: item.unit, subject: item.subject,
                observations: item.observations.filter { $0.year <= FiscalYear(2021) })
        }
        let all = try Backtest().run(series, targets: 2020...2021)
        let past = try Backtest().run(cut, targets: 2020...2021)
        #expect(all == past)
    }

    @Test("Further models are reported beside the first, each by its own name")
    func models() throws {
        let report = try Backtest(metrics: [.wape, .mdape]).run(
            SpendingSeries.samplePanel(25), targets: 2022...2023, horizon: 2, models: [.theta, .olsTrend])
        #expect(Set(report.summary.map(\.model)).isSuperset(of: ["theta", "ols-trend", "combination"]))
        #expect(Set(report.rows.map(\.step)) == [1, 2])
        #expect(report.rows.allSatisfy { $0.values.count == 2 })
    }

    @Test("Without a year to learn from there is one clear error")
    func tooFewYears() {
        #expect(throws: ForecastError.self) {
            try Backtest().run([.sample("208", [2023: 5])], targets: 2023...2023)
        }
    }
}
