import ArgumentParser
import FinalAccounts
import Foundation
import Platform
import Reporting
import Workbench

/// `juesuan forecast`: next year's spending by subject, with ranges.
struct ForecastCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        "forecast",
        Bilingual(
            "按科目预测支出，附 80% 与 95% 区间。",
            "Forecast spending by subject, with 80% and 95% ranges."),
        about: Bilingual(
            "不使用预测年度及以后的数据；给出 --with-budget 时使用预测年度的年初预算。",
            "Years from the target on are never used, except that --with-budget uses the target year's initial budget."),
        examples: [
            "juesuan forecast --for 2024",
            "juesuan forecast --input lines.csv --for 2024 --with-budget --format csv --output forecast.csv",
            "juesuan forecast --for 2024 --growth 208=0.04 --inflation 2023=0.002 --overrides mine.csv",
            "juesuan forecast --input all-units.csv --for 2024 --save-model district.json",
            "juesuan forecast --stdin --for 2024 < bodies.ndjson > forecasts.ndjson",
        ])

    @OptionGroup var source: SourceOptions
    @OptionGroup var options: ForecastOptions
    @Option(
        help: ArgumentHelp(
            "以这些数据拟合面板模型并写入此文件，不作预测；参见 --stored-model。",
            "Fit the panel model on these lines, write it here and forecast nothing; see --stored-model.",
            valueName: Bilingual("文件.json", "file.json")))
    var saveModel: String?

    @Option(
        help: ArgumentHelp(
            "只看此级次的科目。默认为全部级次。", "Only subjects of this level. Default: all levels.",
            valueName: Bilingual("级次", "level")))
    var level: String?

    @OptionGroup var stream: StreamOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        if stream.isAsked, saveModel != nil {
            throw ValidationError(
                Bilingual("--stdin 用于预测，请去掉 --save-model", "--stdin forecasts; leave out --save-model"))
        }
    }

    func run() async throws {
        if stream.isAsked { return try await runStream() }
        let learning = options.model.learn
        var forecast = try options.forecast(
            context: source.context(language: output.spokenLanguage),
            level: try level.map { try source.level(named: $0) })
        if learning == .acrossBodies { forecast.unit = source.unit.map { BudgetUnit($0) } }
        if let saveModel {
            let name = URL(fileURLWithPath: saveModel).deletingPathExtension().lastPathComponent
            let command = "juesuan " + CommandLine.arguments.dropFirst().joined(separator: " ")
            output.overwriting.makeWay(for: saveModel)
            return try StoredModel.write(
                forecast.model(on: source.lines(), name: name, command: command), to: saveModel)
        }
        // The lines, which may be millions, are given up once their series are made.
        let (series, target) = try forecast.basis(in: source.lines(learning: learning))
        let result = try forecast.run(on: series, target: target)
        options.report(result)
        try output.write([result.table()], amounts: source.amountStyle)
    }

    /// Forecasts the lines of each record by itself.
    private func runStream() async throws {
        let context = try source.context(language: output.spokenLanguage)
        let level = try level.map { try source.level(named: $0) }
        var forecast = try options.forecast(context: context, level: level)
        forecast.configuration.threads = 1
        let isMoved = options.overrides != nil || !options.model.growth.isEmpty
        let levels = forecast.configuration.levels
        let empty = ForecastTable(
            [], scheme: context.scheme, language: context.language, levels: levels, tellsModel: isMoved)
        try await stream.run(output, columns: empty.table.columns) { [source, forecast] record in
            let (lines, unit) = try source.lines(of: record)
            var forecast = forecast
            if let unit { forecast.context.amounts = AmountStyle(givenIn: unit) }
            return StreamAnswer(.rows(try forecast.run(on: lines).table(), forecast.context.amounts))
        }
    }
}
