import ArgumentParser
import FinalAccounts
import Platform
import Workbench

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
            "Your own numbers, in the unit of --amount-unit: columns subject_code (or subject_name), target_year, forecast.",
            valueName: "file.csv"))
    var overrides: String?

    @OptionGroup var model: ModelOptions

    func validate() throws {
        guard (1...50).contains(horizon) else { throw ValidationError("--horizon takes 1 to 50, not \(horizon)") }
    }

    /// The forecast asked for.
    func forecast(context: AnalysisContext, level: SubjectLevel? = nil) throws -> SpendingForecast {
        var configuration = try model.configuration(scheme: context.scheme)
        configuration.overrides =
            try overrides.map {
                try OverrideFile.read($0, unit: context.amounts.machineUnit)
            } ?? []
        return SpendingForecast(
            context: context, configuration: configuration, target: target, horizon: horizon, withBudget: withBudget,
            level: level)
    }

    /// Says which numbers of a person are of nothing that was forecast.
    func report(_ result: SpendingForecast.Result) {
        for item in result.unusedOverrides {
            StandardStream.report(
                "\(overrides ?? ""): \(item.subject) of \(item.year) is not among the forecasts; its number was not used"
            )
        }
    }
}
