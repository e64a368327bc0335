import ArgumentParser
import Consistency
import Disclosures
import FinalAccounts
import Ledger
import Platform
import Reporting
import Variance

/// `juesuan report`: one year of one body as an HTML page, alone or with its tables.
struct ReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Write the report of one body and year as one HTML file. (报告)",
        discussion: """
            With --folder the comparison, the anomalies and the forecast are written beside the page as CSV, and a summary of one
            screen is printed.

            Example:

              juesuan report --year 2023 --output report.html
              juesuan report --year 2023 --folder out --check 2023.pdf
              juesuan report --year 2023 --output report.pdf
            """)

    @OptionGroup var source: SourceOptions
    @OptionGroup var review: YearOption

    @Option(
        help: ArgumentHelp(
            "Write the page here; with the ending .pdf it is printed by Chromium.", valueName: "file.html"))
    var output: String?

    @Option(
        help: ArgumentHelp("Write the page and its tables into this folder and print a summary.", valueName: "folder"))
    var folder: String?

    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp(
            "Hold these documents against themselves and show the findings in the report.", valueName: "document"))
    var check: [String] = []

    @OptionGroup var limits: ThresholdOptions

    @Option(help: "Language of headings and texts: zh-Hans or en. Default: from the locale, else zh-Hans.")
    var language: Language?

    func validate() throws {
        guard (output == nil) != (folder == nil) else {
            throw ValidationError("give either --output FILE or --folder FOLDER")
        }
    }

    func run() throws {
        let thresholds = try limits.resolved()
        let lines = try source.lines()
        let year = try review.resolved(in: lines)
        let unit = try SingleUnit.of(lines, in: year)
        let spoken = language ?? Environment.language(from: Environment.variables)
        var analysis = try UnitAnalysis(
            lines: lines, unit: unit, year: year, context: try source.context(language: spoken, thresholds: thresholds),
            stored: try storedFigures(of: unit, year: year))
        analysis.findings = try findings(of: unit, year: year, lines: lines, language: spoken)
        try write(analysis)
    }

    private func findings(
        of unit: BudgetUnit, year: FiscalYear, lines: [AccountLine], language: Language
    ) throws -> [ReportFindings] {
        guard !check.isEmpty else { return [] }
        let earlier = try storedFigures(of: unit, year: year.previous)
        let checker = DocumentChecker(
            engine: CheckEngine(language: language, subjects: try DataFolder.subjects(joinsCodes: false)?.functional),
            lines: lines.filter { $0.unit == unit }, totals: earlier?.amounts ?? [:])
        return try check.map { document in
            let findings = checker.check(try DisclosureReader().read(file: document), year: year)
            let name = document.split(separator: "/").last.map(String.init) ?? document
            return ReportFindings(file: name, findings: findings)
        }
    }

    private func storedFigures(of unit: BudgetUnit, year: FiscalYear) throws -> LedgerFigures? {
        guard source.input.isEmpty else { return nil }
        return try LedgerFigures(ledger: Ledger.open(at: source.ledger, readOnly: true), unit: unit, year: year)
    }

    private func write(_ analysis: UnitAnalysis) throws {
        let script = try DataFolder.chartScript()
        if let folder {
            try Folder.create(folder)
            let files = try analysis.write(into: folder, chartScript: script)
            try StandardStream.output.write(analysis.summary(files: files))
        } else if let output, output.lowercased().hasSuffix(".pdf") {
            try DocumentConverter().writePDF(html: analysis.page.html(chartScript: nil), to: output)
        } else if let output {
            try AtomicFile.write(analysis.page.html(chartScript: script), to: output)
        }
    }
}
