import ArgumentParser
import FinalAccounts
import Forecasting
import Platform

/// What is forecast, and from what.
struct ForecastOptions: ParsableArguments {
    @Option(
        name: .customLong("for"),
        help: ArgumentHelp("The first year to forecast. Default: the year after the latest actuals.", valueName: "year")
    )
    var target: FiscalYear?

    @Option(help: ArgumentHelp("How many years to forecast.", valueName: "years"))
    var horizon: Int = 1

    @Flag(help: "The initial budget of the target year is known: forecast how much of it will be spent.")
    var withBudget = false

    @Option(
        help: ArgumentHelp(
            "Your own numbers, kept beside the model's: columns subject_code (or subject_name), target_year, forecast.",
            valueName: "file.csv"))
    var overrides: String?

    @OptionGroup var model: ModelOptions

    func validate() throws {
        guard (1...50).contains(horizon) else { throw ValidationError("--horizon takes 1 to 50, not \(horizon)") }
    }

    /// The year to forecast first.
    ///
    /// - Throws: ``CommandFailure`` when no year has actuals, or the year asked for lies too far from them.
    func resolvedTarget(in lines: [AccountLine]) throws -> FiscalYear {
        let years = lines.lazy.filter { $0.actual != nil }.map(\.fiscalYear)
        guard let latest = years.max(), let earliest = years.min() else {
            throw CommandFailure(.data, "no line has an actual; nothing can be forecast")
        }
        guard let target else { return latest.next }
        guard target > earliest else {
            throw CommandFailure(
                .usage, "--for \(target): there are no actuals before \(target); the first are of \(earliest)")
        }
        guard target.number <= latest.number + model.maxGap else {
            throw CommandFailure(
                .usage,
                "--for \(target): the latest actuals are of \(latest), more than --max-gap \(model.maxGap) years before; "
                    + "forecast \(latest.next) with a longer --horizon, or import the years between")
        }
        return target
    }

    /// The lines a forecast for `target` may know of.
    func known(_ lines: [AccountLine], before target: FiscalYear) -> [AccountLine] {
        KnownLines(before: target, withBudget: withBudget).of(lines)
    }

    /// The forecasts of all series, with an account of what answered.
    func run(on series: [SpendingSeries], target: FiscalYear, source: SourceOptions) throws -> ForecastRun {
        var configuration = try model.configuration(source)
        configuration.overrides = try overrides.map(OverrideFile.read) ?? []
        let run = try ForecastEngine(configuration).run(
            series, target: target, horizon: horizon, mode: withBudget ? .outlook : .draft)
        for item in configuration.overrides where !run.forecasts.contains(where: item.applies) {
            StandardStream.report(
                "\(overrides ?? ""): \(item.subject) of \(item.year) is not among the forecasts; its number was not used"
            )
        }
        return run
    }

    /// The forecasts of all series.
    func forecasts(of series: [SpendingSeries], target: FiscalYear, source: SourceOptions) throws -> [Forecast] {
        try run(on: series, target: target, source: source).forecasts
    }
}
