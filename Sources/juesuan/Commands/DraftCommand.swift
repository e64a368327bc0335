import ArgumentParser
import FinalAccounts
import Foundation
import Reporting
import Variance

/// `juesuan draft`: next year's budget as a workbook to work in.
struct DraftCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "draft",
        abstract: "Draft next year's budget: a workbook with forecasts, suggestions and live sums. (预算草案)",
        discussion: """
            The workbook's adjustments are for a person to fill in; every sum follows. Without --output the draft is printed.

            Example:

              juesuan draft --for 2024 --output draft-2024.xlsx
              juesuan draft --input lines.csv --amount-unit wan --format csv > draft.csv
              juesuan draft --for 2024 --package draft-2024
            """)

    @OptionGroup var source: SourceOptions
    @OptionGroup var options: ForecastOptions

    @Option(help: ArgumentHelp("Write a workbook (.xlsx) here.", valueName: "file.xlsx"))
    var output: String?

    @Option(
        help: ArgumentHelp(
            "Write a Fiscal Data Package (datapackage.json and CSV) into this folder.", valueName: "folder"))
    var package: String?

    @Option(help: "How the draft is printed when no file is asked for: table, json, csv or markdown.")
    var format: OutputFormat = .table

    @Option(help: "Language of headings and texts: zh-Hans or en. Default: from the locale, else zh-Hans.")
    var language: Language?

    func validate() throws {
        if options.horizon != 1 { throw ValidationError("a draft is of one year; leave --horizon out") }
        if let output, !output.lowercased().hasSuffix(".xlsx") {
            throw ValidationError("--output takes a file ending in .xlsx, not \(output)")
        }
    }

    func run() throws {
        let spoken = language ?? Environment.language(from: Environment.variables)
        let (draft, workbook) = try budgetDraft(language: spoken)
        if let output { try workbook.write(to: output) }
        if let package { try FiscalDataPackage(draft, language: spoken).write(into: package) }
        guard output == nil, package == nil else { return }
        let terminal = Terminal(descriptor: StandardStream.output.descriptor, environment: Environment.variables)
        let renderer = TableRenderer(language: spoken, amounts: source.amountStyle, terminal: terminal)
        try StandardStream.output.write(renderer.render(try DraftTable(draft, language: spoken).table(), as: format))
    }

    private func budgetDraft(language: Language) throws -> (BudgetDraft, DraftWorkbook) {
        let all = try source.lines()
        let target = try options.resolvedTarget(in: all)
        let lines = options.known(all, before: target)
        let unit = try SingleUnit.of(lines, in: target.previous)
        let series = try source.series(from: lines.filter { $0.unit == unit })
        let forecasts = try ForecastRow.rows(options.forecasts(of: series, target: target, source: source))
        let anomalies = try AnomalyDetector(scheme: source.scheme).report(
            on: series, year: target.previous,
            forecasts: PriorForecasts.of(series, year: target.previous, scheme: source.scheme))
        let draft = try BudgetDraft(
            unit: unit, year: target, series: series, forecasts: forecasts, anomalies: anomalies.anomalies,
            scheme: source.scheme, amounts: source.amountStyle)
        var workbook = DraftWorkbook(draft, language: language)
        workbook.anomalies = anomalies.anomalies
        workbook.sources = ReportSource.sources(of: lines.filter { $0.unit == unit })
        return (draft, workbook)
    }
}
