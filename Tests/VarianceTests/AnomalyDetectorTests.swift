import FinalAccounts
import Testing

@testable import Variance

@Suite("The anomaly detector")
struct AnomalyDetectorTests {
    private func report(_ lines: [AccountLine], thresholds: AnomalyThresholds = .draft) throws -> AnomalyReport {
        try AnomalyDetector(scheme: .china, thresholds: thresholds).report(on: lines.series(), year: FiscalYear(2023))
    }

    /// A unit whose other subjects follow their budgets, so that one subject can stand out.
    private func calm(_ years: ClosedRange<Int> = 2020...2023) -> [AccountLine] {
        years.flatMap { year in
            (1...10).map {
                line("20101\($0 < 10 ? "0" : "")\($0)", year, budget: 1_000_000, actual: 980_000 + 4_000 * $0)
            }
        }
    }

    @Test("A unit that follows its plan and its past has no anomalies")
    func nothingToSay() throws {
        let report = try report(calm())
        #expect(report.anomalies.isEmpty)
        #expect(report.examined == 13)
    }

    @Test("An overrun is flagged with its budget, actual and excess, at the item and not above it")
    func overrun() throws {
        let report = try report(calm() + [line("2080505", 2023, budget: 500_000, actual: 1_500_000)])
        #expect(report.anomalies.map(\.subject.code) == ["2080505"])
        let flag = try #require(report.anomalies.first?.flag(.overrun))
        #expect(
            flag.evidence
                == .againstBudget(budget: Amount(minorUnits: 50_000_000), actual: Amount(minorUnits: 150_000_000)))
        #expect(flag.rate?.text == "300.00%")
        #expect(flag.difference == Amount(minorUnits: 100_000_000))
    }

    @Test("Spending on a stated budget of zero is unbudgeted and divides by nothing")
    func zeroBudget() throws {
        let report = try report(calm() + [line("2080505", 2023, budget: 0, actual: 800_000)])
        let flag = try #require(report.anomalies.first?.flag(.unbudgeted))
        #expect(flag.rate == nil)
        #expect(flag.difference == Amount(minorUnits: 80_000_000))
    }

    @Test("A document that is silent about the budget raises no flag against it")
    func silentBudget() throws {
        let report = try report([line("2080505", 2023, actual: 800_000), line("2080506", 2023, actual: 900_000)])
        #expect(report.anomalies.isEmpty)
    }

    @Test("Money left over is flagged as unspent")
    func unspent() throws {
        let report = try report(calm() + [line("2080505", 2023, budget: 2_000_000, actual: 400_000)])
        #expect(report.anomalies.first?.flags.first?.kind == .unspent)
    }

    @Test("An excess below materiality is not flagged however high its rate")
    func immaterial() throws {
        let report = try report(calm() + [line("2080505", 2023, budget: 100, actual: 20_000)])
        #expect(report.anomalies.isEmpty)
    }

    @Test("A subject that overruns every year by as much is for the auditor, below one that does so for the first time")
    func chronicOverrun() throws {
        let lines =
            calm()
            + (2020...2023).map { line("2080505", $0, budget: 1_000_000, actual: 1_600_000) }
            + (2020...2023).map { line("2080506", $0, budget: 1_000_000, actual: $0 == 2023 ? 1_600_000 : 1_000_000) }
        #expect(try report(lines).anomalies.compactMap(\.subject.code) == ["2080506"])
        #expect(try report(lines, thresholds: .audit).anomalies.compactMap(\.subject.code) == ["2080506", "2080505"])
    }

    @Test("A sum is flagged when many parts drift and none is flagged itself")
    func driftingParent() throws {
        var thresholds = AnomalyThresholds.draft
        thresholds.materialShare = 0.05
        let lines = calm() + (1...9).map { line("208050\($0)", 2023, budget: 200_000, actual: 400_000) }
        let report = try report(lines, thresholds: thresholds)
        #expect(report.anomalies.map(\.subject.level) == [.section])
        #expect(report.anomalies.first?.subject.code == "20805")
        #expect(report.anomalies.first?.reason == nil)
        var told = lines
        told[told.count - 1].reason = "新增人员"
        told[told.count - 2].reason = "标准提高"
        let reason = try self.report(told, thresholds: thresholds).anomalies.first?.reason
        #expect(reason?.contains("新增人员") == true && reason?.contains("标准提高") == true && reason?.contains("：") == true)
    }

    @Test("A subject that returns to its usual level is no surprise")
    func returnToUsual() throws {
        let actuals = [2019: 500_000, 2020: 510_000, 2021: 490_000, 2022: 1_500_000, 2023: 500_000]
        let lines = calm(2019...2023) + actuals.map { line("2080505", $0.key, budget: 500_000, actual: $0.value) }
        #expect(try report(lines).anomalies.isEmpty)
    }

    @Test("New and ended subjects are flagged as such")
    func appearedAndEnded() throws {
        let lines = calm() + [line("2080505", 2022, actual: 900_000), line("2080506", 2023, actual: 900_000)]
        let kinds = Dictionary(
            try report(lines).anomalies.map { ($0.subject.code ?? "", $0.flags.map(\.kind)) }
        ) { first, _ in first }
        #expect(kinds["2080505"]?.first == .ended)
        #expect(kinds["2080506"]?.first == .appeared)
    }

    @Test("Years after the one under review change nothing")
    func laterYears() throws {
        let lines = calm() + [line("2080505", 2023, budget: 500_000, actual: 1_500_000)]
        let later = lines + [line("2080505", 2024, budget: 1, actual: 90_000_000)]
        #expect(try report(lines).anomalies.map(\.severity) == report(later).anomalies.map(\.severity))
    }

    @Test("The order of the lines does not change the report")
    func orderOfLines() throws {
        let lines = try SampleFiles.qingling(withEarlierYears: true)
        #expect(try report(lines) == report(lines.reversed()))
    }
}
