import ArgumentParser
import FinalAccounts
import Forecasting
import Foundation
import Reporting

/// `juesuan forecast`: next year's spending by subject, with ranges.
struct ForecastCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "forecast",
        abstract: "Forecast spending by subject, with 80% and 95% ranges. (预测)",
        discussion: """
            Years from the target on are never used, except that --with-budget uses the target year's initial budget.

            Example:

              juesuan forecast --for 2024
              juesuan forecast --input lines.csv --for 2024 --with-budget --format csv --output forecast.csv
              juesuan forecast --for 2024 --growth 208=0.04 --inflation 2023=0.002 --overrides mine.csv
              juesuan forecast --input all-units.csv --for 2024 --save-model district.json
            """)

    @OptionGroup var source: SourceOptions
    @OptionGroup var options: ForecastOptions
    @Option(
        help: ArgumentHelp(
            "Fit the panel model on these lines, write it here and forecast nothing; see --stored-model.",
            valueName: "file.json"))
    var saveModel: String?

    @Option(help: "Only subjects of this level. Default: all levels.")
    var level: String?

    @OptionGroup var output: OutputOptions

    func run() throws {
        let lines = try source.lines()
        let target = try options.resolvedTarget(in: lines)
        let shown = try level.map { try source.level(named: $0) }
        let all = try source.series(from: options.known(lines, before: target))
        let series = shown.map { level in all.filter { $0.subject.level == level } } ?? all
        if let saveModel { return try save(series, target: target, to: saveModel) }
        let run = try options.run(on: series, target: target, source: source)
        let table = ForecastTable(
            try ForecastRow.rows(run.forecasts), scheme: source.scheme, language: output.spokenLanguage,
            amounts: source.amountStyle, panels: run.panels
        ).table
        try output.write([table], amounts: source.amountStyle)
    }

    private func save(_ series: [SpendingSeries], target: FiscalYear, to path: String) throws {
        let years = series.flatMap(\.observations).filter { $0.actual != nil }.map(\.year).sorted()
        let name = URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent
        let card = PanelModel.Card(
            name: name, fittedOn: "\(series.count) series", years: "\(years.first ?? target)-\(years.last ?? target)",
            command: "juesuan " + CommandLine.arguments.dropFirst().joined(separator: " "), accuracy: [:],
            use: "annual spending by subject, where the panel at hand is too small to be fitted")
        let horizon = max(options.horizon, 3)
        let model = try ForecastEngine(options.model.configuration(source)).fitModel(
            series, target: target, horizon: horizon, card: card)
        try StoredModel.write(model, to: path)
    }
}
