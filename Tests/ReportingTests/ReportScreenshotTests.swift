import Consistency
import FinalAccounts
import Foundation
import Platform
import SeededNumbers
import Testing

@testable import Reporting

@Suite("The report in a browser")
struct ReportScreenshotTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    private static let hasBrowser = Tool.path(of: "chromium") != nil && Tool.path(of: "python3") != nil
    private static let chartScript = root.appending(path: "Data/vendor/echarts.min.js")

    /// Ten years of one unit, more subjects than any figure has colours.
    private static func largeReport(_ language: Language) throws -> UnitReport {
        var generator = SeededGenerator(seed: 11)
        let unit = BudgetUnit("示例街道办事处")
        let lines = (0..<120).flatMap { number in
            (2014...2023).map { year in
                AccountLine(
                    unit: unit, fiscalYear: FiscalYear(year),
                    subject: Subject(
                        code: String(2_010_101 + number / 10 * 10_000 + number % 10),
                        names: ["第\(number / 10)类支出", "第\(number / 10)类下的款", "名称相当长的第\(number)个支出科目"]),
                    initialBudget: number % 7 == 0
                        ? .unbudgeted
                        : .stated(Amount(minorUnits: Int64.random(in: 0...9_000_000_000, using: &generator))),
                    actual: Amount(minorUnits: Int64.random(in: 1...9_000_000_000, using: &generator)),
                    reason: number % 3 == 0 ? "年中追加项目经费，部分资金由上年结转" : nil)
            }
        }
        let series = try SeriesBuilder(scheme: .china).series(from: lines)
        var report = UnitReport(
            unit: unit, year: FiscalYear(2023), scheme: .china, series: series, language: language)
        report.forecasts = try SampleAccounts.forecasts(of: series)
        report.questions = ReportQuestion.questions(
            try SampleAccounts.anomalies(of: series).anomalies, lines: lines, language: language)
        report.findings = [
            ReportFindings(
                file: "2023年度部门决算公开.pdf",
                findings: [
                    Finding(
                        rule: "item-sum", severity: .error, message: "一般公共预算财政拨款支出年初预算为7038.59万元，按各项之和应为7025.59万元。",
                        page: 12, quote: String(repeating: "2023年度一般公共预算财政拨款支出年初预算为7038.59万元，", count: 6),
                        suggestion: "核对7038.59万元与各项年初预算之和，更正有误的一方。"),
                    Finding(rule: "share", severity: .note, message: "占比相差0.01。", quote: "", suggestion: "一般无需更正。"),
                ])
        ]
        return report
    }

    @Test(
        "At three widths, light and dark, nothing sticks out, text has contrast, the console is silent, 10 years stay below 3 MB",
        .enabled(if: hasBrowser, "Chromium or Python is not installed"), arguments: Language.allCases)
    func looksRight(language: Language) throws {
        // The pictures stay, to be looked at.
        let folder = Self.root.appending(path: ".build/screenshots/report-\(language.rawValue)")
        if FileManager.default.fileExists(atPath: folder.path) { try FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let script =
            FileManager.default.fileExists(atPath: Self.chartScript.path)
            ? try String(contentsOf: Self.chartScript, encoding: .utf8) : nil
        let file = folder.appending(path: "report.html")
        try AtomicFile.write(try Self.largeReport(language).html(chartScript: script), to: file.path)
        let status = try Tool.run(
            "/bin/bash",
            [Self.root.appending(path: "scripts/screenshots.sh").path, "--short", file.path, folder.path])
        #expect(status == 0, "run scripts/screenshots.sh on \(file.path) to see what it says")
        for name in [
            "phone.png", "phone-dark.png", "phone-plain.png", "tablet.png", "desktop.png", "desktop-dark.png",
            "print.pdf",
        ] {
            #expect(FileManager.default.fileExists(atPath: folder.appending(path: name).path))
        }
    }
}
