import FinalAccounts
import Foundation
import Platform
import Testing

@testable import Reporting

#if canImport(FoundationXML)
    import FoundationXML
#endif

@Suite("HTML report")
struct UnitReportTests {
    @Test("Every element is closed and every text escaped", arguments: Language.allCases)
    func isWellFormed(language: Language) throws {
        let html = try SampleAccounts.report(language).html(chartScript: nil)
        // The page is written so that it is XML as well, but for the void elements of its head.
        let body = try #require(html.range(of: "<body>"))
        let end = try #require(html.range(of: "</body>"))
        let document = try XMLDocument(xmlString: String(html[body.lowerBound..<end.upperBound]))
        #expect(document.rootElement()?.name == "body")
        #expect(html.contains("其他 &lt;支出&gt;"))
        #expect(html.contains("追加 &amp; &quot;补助&quot;"))
    }

    @Test("Nothing is loaded from elsewhere and the page forbids it")
    func isSelfContained() throws {
        let html = try SampleAccounts.report(.zhHans).html(chartScript: nil)
        #expect(!html.contains("http://") && !html.contains("https://"))
        #expect(html.contains("default-src 'none'"))
        #expect(!html.contains("<script"))
    }

    @Test("Synthetic years are named at the top and marked where they stand", arguments: Language.allCases)
    func marksSyntheticYears(language: Language) throws {
        let html = try SampleAccounts.report(language).html(chartScript: nil)
        let banner = Bilingual.usesSyntheticYears("2021").text(in: language)
        #expect(html.contains("<p class=\"banner\" role=\"note\">\(HTML.escaped(banner).markup)</p>"))
        #expect(html.contains("2021*"))
        #expect(!html.contains("2022*"))
    }

    @Test("A chart script is embedded once with the options as inert data")
    func embedsScript() throws {
        let html = try SampleAccounts.report(.zhHans).html(chartScript: "window.echarts=1")
        #expect(html.components(separatedBy: "window.echarts=1").count == 2)
        let start = try #require(html.range(of: "<script type=\"application/json\" id=\"chart-options\">"))
        let end = try #require(html.range(of: "</script>", range: start.upperBound..<html.endIndex))
        let json = html[start.upperBound..<end.lowerBound]
        let options = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
        let identifiers = try #require(options).keys
        #expect(identifiers.count == 4)
        for identifier in identifiers { #expect(html.contains("<figure id=\"\(identifier)\"")) }
    }

    @Test("A script that could end its element is left out")
    func refusesBrokenScript() {
        #expect(HTML.script("a</ScRiPt>b") == .empty)
        #expect(HTML.script("a<!--b") == .empty)
    }

    @Test("The page is the same every time and has every section")
    func isDeterministic() throws {
        let first = try SampleAccounts.report(.en).html(chartScript: nil)
        #expect(try SampleAccounts.report(.en).html(chartScript: nil) == first)
        for id in ["summary", "figures", "history", "subjects", "anomalies", "method", "provenance"] {
            #expect(first.contains("<section id=\"\(id)\""))
        }
    }

    @Test("Every figure of the year stands in the page as it is printed")
    func holdsTheFigures() throws {
        let html = try SampleAccounts.report(.zhHans).html(chartScript: nil)
        for text in ["112.34", "80.93", "1,620.62", "1,813.89", "1479.52%", "未申请年初预算", "第 3 页"] {
            #expect(html.contains(text), "\(text)")
        }
    }

    @Test("A subject whose parent has no series hangs under the total")
    func orphansKeepTheirPlace() throws {
        let orphan = SpendingSeries(
            unit: SampleAccounts.unit, subject: Subject(code: "2999999", names: [], level: .item),
            observations: [Observation(year: SampleAccounts.year, actual: Amount(minorUnits: 1))])
        let series = (try SampleAccounts.series() + [orphan]).sorted { $0.subject.key < $1.subject.key }
        let tree = SubjectTree(listing: series, scheme: .china)
        #expect(series[0].subject == .total)
        #expect(tree.children[0].map { series[$0].subject.code } == ["201", "208", "210", "2999999"])
    }
}
