import Consistency
import FinalAccounts
import Platform
import Testing

@testable import Reporting

@Suite("Findings in the report")
struct FindingsSectionTests {
    private func report(_ findings: [Finding], _ language: Language) throws -> UnitReport {
        var report = UnitReport(
            unit: SampleAccounts.unit, year: FiscalYear(2023), scheme: .china, series: try SampleAccounts.series(),
            language: language)
        report.findings = [ReportFindings(file: "2023.pdf", findings: findings)]
        return report
    }

    @Test("A finding is told with its rule's name, page, quote and what to do", arguments: Language.allCases)
    func finding(language: Language) throws {
        let finding = Finding(
            rule: "item-sum", severity: .error, message: "m <1>", page: 7, quote: "合计为 5 & 6", suggestion: "核对")
        let page = try report([finding], language).html(chartScript: nil)
        let title = try #require(RuleCatalogue.description(of: "item-sum")).title(in: language)
        for part in [title, "m &lt;1&gt;", "合计为 5 &amp; 6", "核对", "2023.pdf", language == .en ? "page 7" : "第 7 页"] {
            #expect(page.contains(part), "\(part)")
        }
    }

    @Test("A document without findings is named as such")
    func none() throws {
        let page = try report([], .zhHans).html(chartScript: nil)
        #expect(page.contains("2023.pdf · 未发现问题"))
    }

    @Test("A report without documents to check has no such part")
    func absent() throws {
        var report = try report([], .zhHans)
        report.findings = []
        #expect(!report.html(chartScript: nil).contains("id=\"findings\""))
    }
}
