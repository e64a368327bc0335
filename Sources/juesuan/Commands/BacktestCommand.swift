import ArgumentParser
import FinalAccounts
import Forecasting
import Platform
import Reporting

/// `juesuan backtest`: how far off forecasts of past years would have been.
struct BacktestCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backtest",
        abstract: "Forecast past years from what was known then and measure the error. (回测)",
        discussion: """
            Beside the forecasts stand last year's value and, where budgets are stated, the approved budget.

            Example:

              juesuan backtest --input lines.csv --from 2019 --to 2023
              juesuan backtest --input lines.csv --from 2021 --to 2023 --with-budget --model ols-trend --metric wape
            """)

    @OptionGroup var source: SourceOptions

    @Option(help: ArgumentHelp("The first year to forecast.", valueName: "year"))
    var from: FiscalYear

    @Option(help: ArgumentHelp("The last year to forecast. Default: the latest with actuals.", valueName: "year"))
    var to: FiscalYear?

    @OptionGroup var model: ModelOptions

    @Option(help: ArgumentHelp("How many years to forecast from each origin.", valueName: "years"))
    var horizon: Int = 1

    @Flag(help: "The initial budget of the target year is known.")
    var withBudget = false

    @Option(
        parsing: .upToNextOption,
        help: "Further models to compare with, such as last-value, damped-drift, theta or ols-trend.")
    var against: [ModelName] = []

    @Option(
        parsing: .upToNextOption,
        help: "Metrics: wape, mae, smape, mase, mdape, coverage80, interval-score80 and so on. Default: all.")
    var metric: [String] = []

    @Option(help: "Only subjects of this level. Default: all levels.")
    var level: String?

    @Option(help: ArgumentHelp("Write the forecasts of the last year as CSV here.", valueName: "file.csv"))
    var forecasts: String?

    @Option(help: ArgumentHelp("Draw the first metric over the years here.", valueName: "file.svg"))
    var chart: String?

    @OptionGroup var output: OutputOptions

    func validate() throws {
        guard (1...20).contains(horizon) else { throw ValidationError("--horizon takes 1 to 20, not \(horizon)") }
    }

    func run() throws {
        let lines = try source.lines()
        let last = try to ?? latest(in: lines)
        guard from <= last else { throw CommandFailure(.usage, "--from \(from) lies after \(last)") }
        let configuration = try model.configuration(source)
        let series = try source.series(from: lines)
        let shown = try level.map { try source.level(named: $0) }
        let report = try Backtest(configuration, metrics: try metrics(configuration)).run(
            shown.map { level in series.filter { $0.subject.level == level } } ?? series,
            targets: from.number...last.number, horizon: horizon, mode: withBudget ? .outlook : .draft, models: against)
        let table = BacktestTable(report, scheme: source.scheme, language: output.spokenLanguage).table()
        try output.write([table], amounts: source.amountStyle)
        if let chart {
            let drawing = BacktestChart(report, scheme: source.scheme, language: output.spokenLanguage)
            try AtomicFile.write(drawing.file, to: chart)
        }
        if let forecasts { try writeForecasts(lines, of: last, configuration, to: forecasts) }
    }

    private func latest(in lines: [AccountLine]) throws -> FiscalYear {
        guard let latest = lines.lazy.filter({ $0.actual != nil }).map(\.fiscalYear).max() else {
            throw CommandFailure(.data, "no line has an actual; nothing can be tested")
        }
        return latest
    }

    private func metrics(_ configuration: ForecastConfiguration) throws -> [BacktestMetric]? {
        guard !metric.isEmpty else { return nil }
        return try metric.map { name in
            guard let found = BacktestMetric(name: name, levels: configuration.levels) else {
                let known = BacktestMetric.all(levels: configuration.levels).map(\.name).joined(separator: ", ")
                throw CommandFailure(.usage, "--metric \(name): the metrics are \(known)")
            }
            return found
        }
    }

    private func writeForecasts(
        _ lines: [AccountLine], of year: FiscalYear, _ configuration: ForecastConfiguration, to path: String
    ) throws {
        let known = KnownLines(before: year, withBudget: withBudget).of(lines)
        let forecasts = try ForecastEngine(configuration).forecast(
            try source.series(from: known), target: year, mode: withBudget ? .outlook : .draft)
        let table = ForecastTable(
            try ForecastRow.rows(forecasts), scheme: source.scheme, language: output.spokenLanguage,
            amounts: source.amountStyle
        ).table
        let renderer = TableRenderer(language: output.spokenLanguage, amounts: source.amountStyle)
        try AtomicFile.write(renderer.render(table, as: .csv), to: path)
    }
}

extension ModelName: ExpressibleByArgument {}
