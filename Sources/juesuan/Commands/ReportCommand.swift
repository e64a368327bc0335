import ArgumentParser
import FinalAccounts
import Foundation
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
              juesuan report --year 2023 --folder out
            """)

    @OptionGroup var source: SourceOptions
    @OptionGroup var review: YearOption

    @Option(help: ArgumentHelp("Write the page here.", valueName: "file.html"))
    var output: String?

    @Option(
        help: ArgumentHelp("Write the page and its tables into this folder and print a summary.", valueName: "folder"))
    var folder: String?

    @Option(help: "Thresholds of the anomalies: audit (strict) or draft.")
    var profile: AnomalyProfile = .draft

    @Option(help: "Language of headings and texts: zh-Hans or en. Default: from the locale, else zh-Hans.")
    var language: Language?

    func validate() throws {
        guard (output == nil) != (folder == nil) else {
            throw ValidationError("give either --output FILE or --folder FOLDER")
        }
    }

    func run() throws {
        let lines = try source.lines()
        let year = try review.resolved(in: lines)
        let analysis = try UnitAnalysis(
            lines: lines, unit: try SingleUnit.of(lines, in: year), year: year, source: source, profile: profile,
            language: language ?? Environment.language(from: Environment.variables))
        let script = try DataFolder.path("Data/vendor/echarts.min.js").map {
            try String(contentsOfFile: $0, encoding: .utf8)
        }
        if let output {
            try AtomicFile.write(analysis.page.html(chartScript: script), to: output)
        } else if let folder {
            try AtomicFile.createFolder(folder)
            let files = try analysis.write(into: folder, chartScript: script)
            try StandardStream.output.write(analysis.summary(files: files))
        }
    }
}
