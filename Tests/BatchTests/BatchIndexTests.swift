import Platform
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
                finishedAt: ""), language: .zhHans)
    }

    @Test("what failed stands first, then the units by what is wrong with them")
    func ranking() {
        let table = index([unit("甲", .done, errors: 1), unit("乙", .done, errors: 4), unit("丙", .failed, errors: 0)])
            .units
        let names = table.rows.map { row in if case .text(let name) = row[1] { name } else { "" } }
        #expect(names == ["丙", "乙", "甲"])
    }

    @Test("every file is linked under a name that a browser opens, and a name cannot write markup")
    func links() {
        let html = index([unit("<b>丁</b>", .done, errors: 0, files: ["丁 局/report.html", "a:b/x.csv"])]).html
        #expect(html.contains("href=\"%E4%B8%81%20%E5%B1%80/report.html\""))
        #expect(html.contains("href=\"a%3Ab/x.csv\""))
        #expect(!html.contains("<b>丁"))
    }
}
