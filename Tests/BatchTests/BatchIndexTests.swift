import FinalAccounts
import Platform
import Reporting
import Testing

@testable import Batch

/// The reviewer's page over all units of a batch.
@Suite("The overview of a batch")
struct BatchIndexTests {
    private func unit(_ name: String, _ status: BatchUnitReport.Status, errors: Int, files: [String] = [])
        -> BatchUnitReport
    {
        BatchUnitReport(
            name: name, status: status, contents: UnitContents(findings: ["error": errors]), files: files,
            message: status == .failed ? "坏了" : nil)
    }

    private func index(_ units: [BatchUnitReport]) -> BatchIndex {
        BatchIndex(
            BatchSummary(
                job: "夜间", run: 1, documents: [], units: units, gone: [], unplacedAboveThreshold: 0, startedAt: "",
                finishedAt: ""), renderer: TableRenderer(language: .zhHans))
    }

    @Test("what failed stands first, then the units by what is wrong with them")
    func ranking() {
        let table = index([unit("甲", .done, errors: 1), unit("乙", .done, errors: 4), unit("丙", .failed, errors: 0)])
            .units
        let names = table.rows.map { row in if case .text(let name) = row[1] { name } else { "" } }
        #expect(names == ["丙", "乙", "甲"])
    }

    @Test(
        "every unit leads to its report and its workbook by an address that a browser opens; a name cannot write markup"
    )
    func links() {
        let html = index([unit("<b>丁</b>", .done, errors: 0, files: ["丁 局/report.html", "a:b/x.xlsx"])]).html
        #expect(html.contains("<a href=\"%E4%B8%81%20%E5%B1%80/report.html\">&lt;b&gt;丁&lt;/b&gt;</a>"))
        #expect(html.contains("href=\"a%3Ab/x.xlsx\""))
        #expect(html.contains("href=\"%E4%B8%81%20%E5%B1%80/\""))
        #expect(!html.contains("<b>丁"))
    }

    @Test("a unit's weight is what its findings and anomalies come to, and goes before the number of errors")
    func weights() {
        var (light, heavy) = (unit("轻", .done, errors: 3), unit("重", .done, errors: 1))
        light.contents.overview = UnitOverview(year: 2023, points: [point(.warning, 10)])
        heavy.contents.overview = UnitOverview(
            year: 2023, total: Amount(minorUnits: 150_000_000), previous: Amount(minorUnits: 100_000_000),
            why: "图书馆 +50.00", points: [point(.anomaly, 63.4), point(.error, 40)])
        let index = index([light, heavy])
        #expect(index.units.rows.map { $0[1] } == [.text("重"), .text("轻")])
        let row = index.units.rows[0]
        #expect(row[8] == .amount(Amount(minorUnits: 50_000_000)) && row[10] == .text("图书馆 +50.00"))
        #expect(TableRenderer(language: .zhHans).text(row[9]) == "50.00%")
        #expect(row[2] == .number(103.4, decimals: 0))
        let kinds = index.points.rows.map { TableRenderer(language: .zhHans).text($0[2]) }
        #expect(kinds == ["异常", "错误", "警告"])
    }

    @Test("years whose figures were generated are named beside the unit, and a unit without any has no remark")
    func synthetic() {
        var (sample, own) = (unit("样", .done, errors: 1), unit("实", .done, errors: 0))
        sample.contents.overview = UnitOverview(year: 2023)
        sample.contents.overview?.synthetic = [2019, 2020, 2021]
        own.contents.overview = UnitOverview(year: 2023)
        let remarks = index([sample, own]).units.rows.map { TableRenderer(language: .zhHans).text($0[15]) }
        #expect(remarks[0].contains("2019") && remarks[0].contains("合成数据") && remarks[1].isEmpty)
    }

    private func point(_ kind: UnitOverview.Point.Kind, _ weight: Double) -> UnitOverview.Point {
        UnitOverview.Point(kind: kind, weight: weight, title: "图书馆", sentence: "一句话")
    }
}
