import ArgumentParser
import Consistency
import FinalAccounts
import Platform
import Reporting
import Variance
import Workbench

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
    @OptionGroup var overwriting: OverwriteOption

    @Option(help: "Language of headings and texts: zh-Hans or en. Default: from the locale, else zh-Hans.")
    var language: Language?

    func validate() throws {
        guard (output == nil) != (folder == nil) else {
            throw ValidationError("give either --output FILE or --folder FOLDER")
        }
    }

    func run() throws {
        let thresholds = try limits.resolved()
        let spoken = language ?? Environment.language(from: Environment.variables)
        let subjects = check.isEmpty ? nil : try DataFolder.subjects(joinsCodes: false)?.functional
        let context = try source.context(
            language: spoken, thresholds: thresholds, model: try DataFolder.storedModel())
        try write(
            try context.report(
                on: try source.lines(), of: source.source, year: review.year, documents: check,
                engine: CheckEngine(
                    language: spoken, subjects: subjects, characters: check.isEmpty ? nil : try DataFolder.characters())
            ))
    }

    private func write(_ analysis: UnitAnalysis) throws {
        let script = try DataFolder.chartScript()
        overwriting.makeWay(for: output)
        if let folder {
            try Folder.create(folder)
            let files = try analysis.write(
                into: folder, chartScript: script, preparing: overwriting.makeWay(for:))
            try StandardStream.output.write(analysis.summary(files: files))
        } else if let output, output.lowercased().hasSuffix(".pdf") {
            try DocumentConverter().writePDF(html: analysis.page.html(chartScript: nil), to: output)
        } else if let output {
            try AtomicFile.write(analysis.page.html(chartScript: script), to: output)
        }
    }
}
