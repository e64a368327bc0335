import ArgumentParser
import FinalAccounts
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
            """)

    @OptionGroup var source: SourceOptions
    @OptionGroup var options: ForecastOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let lines = try source.lines()
        let target = try options.resolvedTarget(in: lines)
        let series = try source.series(from: options.known(lines, before: target))
        let forecasts = try options.forecasts(of: series, target: target, source: source)
        let table = ForecastTable(
            try ForecastRow.rows(forecasts), scheme: source.scheme, language: output.spokenLanguage,
            amounts: source.amountStyle
        ).table
        try output.write([table], amounts: source.amountStyle)
    }
}
