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
        "report",
        Bilingual(
            "将一个单位一年的报告写成一个 HTML 文件。",
            "Write the report of one body and year as one HTML file."),
        about: Bilingual(
            "给出 --folder 时，另将比较、异常和预测写成 CSV，并输出一屏摘要。",
            """
            With --folder the comparison, the anomalies and the forecast are written beside the page as CSV, and a summary of one
            screen is printed.
            """),
        examples: [
            "juesuan report --year 2023 --output report.html",
            "juesuan report --year 2023 --folder out --check 2023.pdf",
            "juesuan report --year 2023 --output report.pdf",
        ])

    @OptionGroup var source: SourceOptions
    @OptionGroup var review: YearOption

    @Option(
        help: ArgumentHelp(
            "将报告写入此文件；以 .pdf 结尾时由 Chromium 打印。", "Write the page here; with the ending .pdf it is printed by Chromium.",
            valueName: Bilingual("文件.html", "file.html")))
    var output: String?

    @Option(
        help: ArgumentHelp(
            "将报告及各表写入此文件夹，并输出摘要。", "Write the page and its tables into this folder and print a summary.",
            valueName: Bilingual("文件夹", "folder")))
    var folder: String?

    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp(
            "检查这些文件，并在报告中列出发现的问题。", "Hold these documents against themselves and show the findings in the report.",
            valueName: Bilingual("文件", "document")))
    var check: [String] = []

    @OptionGroup var limits: ThresholdOptions
    @OptionGroup var overwriting: OverwriteOption

    @OptionGroup var speech: SpeechOptions

    func validate() throws {
        guard (output == nil) != (folder == nil) else {
            throw ValidationError(
                Bilingual("--output 与 --folder 须给出其一", "give either --output FILE or --folder FOLDER"))
        }
        try FileEnding.require(output, oneOf: [".html", ".htm", ".pdf"], option: "--output")
    }

    func run() throws {
        let thresholds = try limits.resolved()
        let spoken = speech.spoken
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
