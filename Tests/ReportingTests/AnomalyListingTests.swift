import FinalAccounts
import Forecasting
import Foundation
import Platform
import Testing
import Variance

@testable import Reporting

@Suite("The list of anomalies as workbook and page")
struct AnomalyListingTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    private static func listing(_ language: Language) throws -> AnomalyListing {
        let series = try SampleAccounts.series()
        let forecasts = try ForecastEngine().forecast(series, target: SampleAccounts.year)
        let report = try AnomalyDetector(scheme: .china, thresholds: .audit).report(
            on: series, year: SampleAccounts.year, forecasts: forecasts)
        var listing = AnomalyListing(report, scheme: .china, language: language)
        listing.forecasts = try ForecastRow.rows(forecasts)
        listing.lines = try SampleAccounts.lines()
        return listing
    }

    @Test(
        "LibreOffice opens the workbook: rows, amounts as numbers, explanation, reason and earlier years",
        .enabled(if: Tool.path(of: "soffice") != nil, "LibreOffice is not installed"))
    func opensInLibreOffice() throws {
        try TemporaryFolder.with { folder in
            let file = folder.appending(path: "list.xlsx")
            let listing = try Self.listing(.zhHans)
            try AnomalyWorkbook(listing).write(to: file.path)
            let cells = try LibreOffice.recalculated(file, in: folder)
            #expect(cells[1].prefix(3) == ["序号", "科目编码", "科目"])
            let row = try #require(cells.first { $0.count > 1 && $0[1] == "2080199" })
            #expect(row.contains("80.93") && row.contains("5.47"))
            #expect(row.contains { $0.contains("完成年初预算的1479.52%") })
            #expect(row.contains("追加 & \"补助\""))
            #expect(row.contains { $0.hasPrefix("2021年6.00万元（完成预算120.00%）；2022年7.00万元") })
        }
    }

    @Test("The workbook keeps heads, rank and name in view, and has the flags, the years and the thresholds")
    func sheets() throws {
        let listing = try Self.listing(.en)
        let sheets = AnomalyWorkbook(listing).spreadsheet.sheets
        #expect(sheets.map(\.name) == ["Anomalies", "Flags", "Years", "Thresholds"])
        #expect(sheets[0].frozenRows == 2 && sheets[0].frozenColumns == 3 && sheets[0].isFiltered)
        let flags = listing.anomalies.reduce(0) { $0 + $1.flags.count }
        #expect(sheets[1].rows.count == flags + 2)
        #expect(sheets[3].rows.count == ThresholdKey.allCases.count + 3)
        #expect(sheets[0].rows.contains { ($0.height ?? 0) > 30 })
    }

    @Test(
        "Each row of the page has a drawing with budgets and the forecast made before the year",
        arguments: Language.allCases)
    func page(language: Language) throws {
        let listing = try Self.listing(language)
        let html = AnomalyPage(listing).html(chartScript: nil)
        #expect(!html.contains("<script"))
        #expect(html.components(separatedBy: "<svg class=\"chart\"").count == listing.anomalies.count + 1)
        #expect(html.contains("class=\"band wide\"") && html.contains("class=\"budget\""))
        #expect(html.contains("class=\"dot flagged\""))
        #expect(html.contains("追加 &amp; &quot;补助&quot;"))
        #expect(html.contains("2023.txt"))
        #expect(html.contains("href=\"#anomaly-1\"") && html.contains("id=\"anomaly-1\""))
    }

    @Test("A page of nothing says so")
    func emptyPage() throws {
        var listing = try Self.listing(.en)
        listing.anomalies = []
        listing.total = 0
        let html = AnomalyPage(listing).html(chartScript: nil)
        #expect(html.contains("Nothing departs far enough"))
        #expect(!html.contains("<svg"))
    }

    @Test("A long list is cut on the page, which says how many rows there are")
    func longList() throws {
        var listing = try Self.listing(.en)
        let first = try #require(listing.anomalies.first)
        listing.anomalies = Array(repeating: first, count: 150)
        listing.total = 150
        let html = AnomalyPage(listing).html(chartScript: nil)
        #expect(html.contains("The first 100 of 150 are shown"))
        #expect(!html.contains("id=\"anomaly-101\""))
    }

    @Test(
        "In a browser nothing sticks out at desktop and phone width and the console is silent",
        .enabled(
            if: Tool.path(of: "chromium") != nil && Tool.path(of: "python3") != nil,
            "Chromium or Python is not installed"))
    func looksRight() throws {
        try TemporaryFolder.with { folder in
            let script = try? String(
                contentsOf: Self.root.appending(path: "Data/vendor/echarts.min.js"), encoding: .utf8)
            let file = folder.appending(path: "list.html")
            try AtomicFile.write(AnomalyPage(try Self.listing(.zhHans)).html(chartScript: script), to: file.path)
            let status = try Tool.run(
                "/bin/bash",
                [Self.root.appending(path: "scripts/screenshots.sh").path, "--short", file.path, folder.path])
            #expect(status == 0, "run scripts/screenshots.sh on the page to see what it says")
        }
    }

    @Test("Paragraphs below a row are broken to the width of the terminal", arguments: [40, 80, 120])
    func detailsFit(width: Int) throws {
        let terminal = Terminal(isInteractive: true, width: width, usesColour: false)
        let text = TableRenderer(language: .zhHans, terminal: terminal).render(
            try Self.listing(.zhHans).table(), as: .table)
        let details = text.split(separator: "\n").filter { $0.hasPrefix("    ") }
        #expect(details.count > 5)
        #expect(details.allSatisfy { DisplayWidth.of($0) <= width })
    }
}
