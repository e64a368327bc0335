import ArgumentParser
import FinalAccounts
import Forecasting
import Interchange
import Platform
import Reporting
import Workbench

/// `juesuan backtest`: how far off forecasts of past years would have been.
struct BacktestCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        "backtest",
        Bilingual(
            "用当时已知的数据预测以往年度，并计算误差。",
            "Forecast past years from what was known then and measure the error."),
        about: Bilingual(
            "同时列出上年数；有预算的，另列年初预算。",
            "Beside the forecasts stand last year's value and, where budgets are stated, the approved budget."),
        examples: [
            "juesuan backtest --input lines.csv --from 2019 --to 2023",
            "juesuan backtest --input lines.csv --from 2021 --to 2023 --with-budget --model ols-trend --metric wape",
        ])

    @OptionGroup var source: SourceOptions

    @Option(help: ArgumentHelp("首个预测年度。", "The first year to forecast.", valueName: Bilingual("年度", "year")))
    var from: FiscalYear

    @Option(
        help: ArgumentHelp(
            "末个预测年度。默认为最近有决算数的年度。", "The last year to forecast. Default: the latest with actuals.",
            valueName: Bilingual("年度", "year")))
    var to: FiscalYear?

    @OptionGroup var model: ModelOptions

    @Option(
        help: ArgumentHelp(
            "每个起点预测几年。", "How many years to forecast from each origin.", valueName: Bilingual("年数", "years")))
    var horizon: Int = 1

    @Flag(help: ArgumentHelp("预测年度的年初预算已知。", "The initial budget of the target year is known."))
    var withBudget = false

    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp(
            "另与哪些模型比较，如 last-value、damped-drift、theta 或 ols-trend。",
            "Further models to compare with, such as last-value, damped-drift, theta or ols-trend.",
            valueName: Bilingual("模型", "model")))
    var against: [ModelName] = []

    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp(
            "指标：wape、mae、smape、mase、mdape、coverage80、interval-score80 等。默认为全部。",
            "Metrics: wape, mae, smape, mase, mdape, coverage80, interval-score80 and so on. Default: all.",
            valueName: Bilingual("指标", "metric")))
    var metric: [String] = []

    @Option(
        help: ArgumentHelp(
            "只看此级次的科目。默认为全部级次。", "Only subjects of this level. Default: all levels.",
            valueName: Bilingual("级次", "level")))
    var level: String?

    @Option(
        help: ArgumentHelp(
            "将末年的预测写入此文件，以 .csv 或 .xlsx 结尾。",
            "Write the forecasts of the last year here, to a file ending in .csv or .xlsx.",
            valueName: Bilingual("文件", "file")))
    var forecasts: String?

    @Option(
        help: ArgumentHelp(
            "将首个指标的历年走势绘入此文件。", "Draw the first metric over the years here.", valueName: Bilingual("文件.svg", "file.svg")
        ))
    var chart: String?

    @OptionGroup var output: OutputOptions

    func validate() throws {
        try FileEnding.require(forecasts, oneOf: [".csv", ".xlsx"], option: "--forecasts")
        try FileEnding.require(chart, oneOf: [".svg"], option: "--chart")
        guard (1...20).contains(horizon) else {
            throw ValidationError(
                Bilingual("--horizon 应为 1 至 20，不能是 \(horizon)", "--horizon takes 1 to 20, not \(horizon)"))
        }
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
            try write(try forecast.lastForecasts(on: lines), to: forecasts)
        }
    }

    /// The forecasts as the ending of the file says; CSV begins with a mark for Excel when the result does too.
    private func write(_ table: ReportTable, to file: String) throws {
        var renderer = TableRenderer(language: output.spokenLanguage, amounts: source.amountStyle)
        renderer.writesCodesAsText = output.forExcel
        output.overwriting.makeWay(for: file)
        if FileEnding.ending(of: file) == ".xlsx" {
            try TableFile([table], renderer: renderer).write(workbook: file)
        } else {
            try AtomicFile.write((output.forExcel ? CSVDialect.mark : "") + renderer.render(table, as: .csv), to: file)
        }
    }

    private func metrics(_ configuration: ForecastConfiguration) throws -> [BacktestMetric]? {
        guard !metric.isEmpty else { return nil }
        return try metric.map { name in
            guard let found = BacktestMetric(name: name, levels: configuration.levels) else {
                let known = BacktestMetric.all(levels: configuration.levels).map(\.name).listed()
                throw CommandFailure(
                    .usage, Bilingual("--metric \(name)：没有该指标", "--metric \(name): there is no such metric"),
                    Bilingual("可用的指标为 \(known.zhHans)", "the metrics are \(known.en)"))
            }
            return found
        }
    }
}

extension ModelName: ExpressibleByArgument {}
