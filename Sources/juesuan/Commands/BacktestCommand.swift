import ArgumentParser
import FinalAccounts
import Forecasting
import Platform
import Reporting
import Workbench

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
        let lines = try source.lines(learning: model.learn)
        let configuration = try model.configuration(scheme: source.scheme)
        var forecast = SpendingForecast(
            context: try source.context(language: output.spokenLanguage), configuration: configuration, target: to,
            horizon: horizon, withBudget: withBudget, level: try level.map { try source.level(named: $0) })
        if model.learn == .acrossBodies { forecast.unit = source.unit.map { BudgetUnit($0) } }
        let report = try forecast.trial(on: lines, from: from, rivals: against, metrics: metrics(configuration))
        let table = BacktestTable(report, scheme: source.scheme, language: output.spokenLanguage).table()
        try output.write([table], amounts: source.amountStyle)
        if let chart {
            let drawing = BacktestChart(report, scheme: source.scheme, language: output.spokenLanguage)
            output.overwriting.makeWay(for: chart)
            try AtomicFile.write(drawing.file, to: chart)
        }
        if let forecasts {
            let renderer = TableRenderer(language: output.spokenLanguage, amounts: source.amountStyle)
            output.overwriting.makeWay(for: forecasts)
            try AtomicFile.write(renderer.render(try forecast.lastForecasts(on: lines), as: .csv), to: forecasts)
        }
    }

    private func metrics(_ configuration: ForecastConfiguration) throws -> [BacktestMetric]? {
        guard !metric.isEmpty else { return nil }
        return try metric.map { name in
            guard let found = BacktestMetric(name: name, levels: configuration.levels) else {
                let known = BacktestMetric.all(levels: configuration.levels).map(\.name).joined(separator: ", ")
                throw CommandFailure(.usage, "--metric \(name): there is no such metric", "the metrics are \(known)")
            }
            return found
        }
    }
}

extension ModelName: ExpressibleByArgument {}
