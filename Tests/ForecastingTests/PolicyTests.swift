import FinalAccounts
import Testing

@testable import Forecasting

@Suite("Gaps, one-offs, ended and new subjects")
struct PolicyTests {
    private static let target = FiscalYear(2024)
    private static let steady = [2018: 900, 2019: 910, 2020: 905, 2021: 915, 2022: 920, 2023: 925]

    private func row(
        _ code: String, in series: [SpendingSeries], _ configuration: ForecastConfiguration = ForecastConfiguration()
    ) throws -> Forecast {
        try #require(
            try ForecastEngine(configuration).forecast(series, target: Self.target).first { $0.subject.code == code })
    }

    @Test("An emergency line is left out, named, and the forecast with it is told beside")
    func oneOff() throws {
        let emergency = SpendingSeries.sample(
            "2100410", [2019: 20, 2020: 22, 2021: 21, 2022: 23, 2023: 1620], unbudgeted: [2023])
        let row = try row("2100410", in: [emergency, .sample("2080101", Self.steady)])
        #expect(row.value < 60)
        let told = row.notes.compactMap { note -> Double? in
            if case .oneOff(year: 2023, value: 1620, forecastWithIt: let value) = note { value } else { nil }
        }
        #expect(told.count == 1 && told.allSatisfy { $0 >= 1620 })
        var keeping = ForecastConfiguration()
        keeping.oneOffs = .keep
        #expect(try self.row("2100410", in: [emergency, .sample("2080101", Self.steady)], keeping).value > 600)
    }

    @Test("A jump that a budget stands behind is no one-off")
    func supportedJump() throws {
        let jump = SpendingSeries.sample(
            "2100410", [2019: 20, 2020: 22, 2021: 21, 2022: 23, 2023: 1620], budgets: [2023: 1500])
        #expect(try row("2100410", in: [jump, .sample("2080101", Self.steady)]).value > 800)
    }

    @Test("A subject that its body reports no more is forecast as zero, with what it would be otherwise")
    func ended() throws {
        let gone = SpendingSeries.sample("2060101", [2019: 50, 2020: 52, 2021: 51, 2022: 53])
        let row = try row("2060101", in: [gone, .sample("2080101", Self.steady)])
        #expect(row.value == 0 && row.model == .ended)
        #expect(row.notes.contains(.ended(lastYear: 2022, ifContinued: 53)))
        var going = ForecastConfiguration()
        going.ended = .carryOn
        #expect(abs(try self.row("2060101", in: [gone, .sample("2080101", Self.steady)], going).value - 53) < 3)
    }

    @Test("A subject that came back from a gap before is not taken to have ended")
    func comesBack() throws {
        let restless = SpendingSeries.sample("2060101", [2018: 50, 2019: 52, 2021: 51, 2022: 53])
        let row = try row("2060101", in: [restless, .sample("2080101", Self.steady)])
        #expect(row.value > 0)
        #expect(row.notes.contains(.noActualLastYear(lastYear: 2022)))
    }

    @Test("A gap cuts the history by default and is bridged on request")
    func gaps() throws {
        let broken = SpendingSeries.sample(
            "2080101", [2015: 50, 2016: 60, 2017: 70, 2020: 100, 2021: 110, 2022: 120, 2023: 130])
        let cut = try row("2080101", in: [broken])
        #expect(cut.yearsUsed == 4 && cut.notes.contains(.brokenHistory(missingYears: 2)))
        var bridging = ForecastConfiguration()
        bridging.gaps = .bridge
        let bridged = try row("2080101", in: [broken], bridging)
        #expect(bridged.yearsUsed == 9 && bridged.notes.contains(.bridgedGap(missingYears: 2)))
    }

    @Test("A subject of its first year gets its value, both ranges and a note")
    func newSubject() throws {
        let row = try row("2080199", in: [.sample("2080199", [2023: 40]), .sample("2080101", Self.steady)])
        #expect(abs(row.value - 40) < 4)
        #expect(row.notes.contains(.newSubject(year: 2023)))
        #expect(row.intervals.count == 2 && row.intervals.allSatisfy { $0.lower < $0.upper && $0.lower >= 0 })
    }

    @Test("Any level of range can be asked for, and higher ones are wider")
    func levels() throws {
        let configuration = ForecastConfiguration(levels: [0.5, 0.9, 0.99])
        let row = try row("2080101", in: [.sample("2080101", Self.steady)], configuration)
        #expect(row.intervals.map(\.level) == [0.5, 0.9, 0.99])
        for (inner, outer) in zip(row.intervals, row.intervals.dropFirst()) {
            #expect(outer.lower <= inner.lower && inner.upper <= outer.upper)
        }
        #expect(throws: ForecastError.invalidLevel(1)) {
            try ForecastEngine(ForecastConfiguration(levels: [1])).forecast(
                [.sample("2080101", Self.steady)], target: Self.target)
        }
    }
}
