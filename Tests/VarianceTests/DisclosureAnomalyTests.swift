import FinalAccounts
import Testing

@testable import Variance

@Suite("Anomalies of a real disclosure")
struct DisclosureAnomalyTests {
    private func report(
        withEarlierYears: Bool, thresholds: AnomalyThresholds = .draft
    ) throws -> AnomalyReport {
        let series = try SampleFiles.qingling(withEarlierYears: withEarlierYears).series()
        return try AnomalyDetector(scheme: .china, thresholds: thresholds).report(on: series, year: FiscalYear(2023))
    }

    private static let cases = [(false, AnomalyThresholds.draft), (true, .draft), (false, .audit), (true, .audit)]

    @Test("1479.52% stands first among the overruns by rate", arguments: cases)
    func overrunByRate(withEarlierYears: Bool, thresholds: AnomalyThresholds) throws {
        let first = try #require(
            try report(withEarlierYears: withEarlierYears, thresholds: thresholds).overrunsByRate.first)
        #expect(first.flag(.overrun)?.rate?.text == "1479.52%")
        #expect(first.subject.code == "2080199")
    }

    @Test("The emergency health line of 1620.62 万元 stands first among the unbudgeted by amount", arguments: cases)
    func unbudgetedByAmount(withEarlierYears: Bool, thresholds: AnomalyThresholds) throws {
        let report = try report(withEarlierYears: withEarlierYears, thresholds: thresholds)
        let first = try #require(report.unbudgetedByAmount.first)
        #expect(first.subject.code == "2100410")
        #expect(try first.flag(.unbudgeted)?.difference == Amount(parsing: "1620.62", unit: .wan))
    }

    @Test("The five questions of the disclosure alone: the large surprises, items before the sums they make")
    func topQuestions() throws {
        let codes = try report(withEarlierYears: false).topQuestions(5).compactMap(\.subject.code)
        #expect(codes == ["2100410", "2080199", "2010399", "2129999", "2081006"])
    }

    @Test("With earlier years the largest unbudgeted line is still among the five, though it is there every year")
    func topQuestionsWithHistory() throws {
        let codes = try report(withEarlierYears: true).topQuestions(5).compactMap(\.subject.code)
        #expect(codes.contains("2100410"))
        #expect(codes.contains("2080199"))
    }

    @Test("Every row carries the document's reason and what happened before")
    func reasonAndHistory() throws {
        let first = try #require(try report(withEarlierYears: true).unbudgetedByAmount.first)
        #expect(first.reason?.contains("疫情") == true)
        #expect(first.earlier.map(\.year.number) == [2020, 2021, 2022])
        #expect(first.usesSyntheticFigures)
    }

    @Test("No sum is listed whose flagged parts explain it")
    func noDoubleCounting() throws {
        let listed = Set(try report(withEarlierYears: false).anomalies.compactMap(\.subject.code))
        #expect(!listed.contains("210") && !listed.contains("21004") && !listed.contains("201"))
        #expect(!(try report(withEarlierYears: false).anomalies.contains { $0.subject.level == .total }))
    }

    @Test("The auditor's list holds everything that the draft's holds")
    func profiles() throws {
        let audit = Set(try report(withEarlierYears: false, thresholds: .audit).anomalies.map(\.subject.key))
        let draft = try report(withEarlierYears: false, thresholds: .draft).anomalies
        #expect(audit.count > draft.count)
        #expect(draft.filter { $0.subject.level == .item }.allSatisfy { audit.contains($0.subject.key) })
    }
}
