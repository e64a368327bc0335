import ArgumentParser
import FinalAccounts
import Platform
import Workbench

/// What is forecast, and from what.
struct ForecastOptions: ParsableArguments {
    @Option(
        name: .customLong("for"),
        help: ArgumentHelp(
            "首个预测年度。默认为最近决算的下一年。", "The first year to forecast. Default: the year after the latest actuals.",
            valueName: Bilingual("年度", "year"))
    )
    var target: FiscalYear?

    @Option(help: ArgumentHelp("预测几年。", "How many years to forecast.", valueName: Bilingual("年数", "years")))
    var horizon: Int = 1

    @Flag(
        help: ArgumentHelp(
            "预测年度的年初预算已知，预测其执行数。",
            "The initial budget of the target year is known: forecast how much of it will be spent."))
    var withBudget = false

    @Option(
        help: ArgumentHelp(
            "自填的数，单位同 --amount-unit：列为 subject_code（或 subject_name）、target_year、forecast。",
            "Your own numbers, in the unit of --amount-unit: columns subject_code (or subject_name), target_year, forecast.",
            valueName: Bilingual("文件.csv", "file.csv")))
    var overrides: String?

    @OptionGroup var model: ModelOptions

    func validate() throws {
        guard (1...50).contains(horizon) else {
            throw ValidationError(
                Bilingual("--horizon 应为 1 至 50，不能是 \(horizon)", "--horizon takes 1 to 50, not \(horizon)"))
        }
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

    /// Says which numbers of a person are of nothing that was forecast, and which are likely in another unit.
    func report(_ result: SpendingForecast.Result) {
        for item in result.unusedOverrides {
            StandardStream.remark(
                Bilingual(
                    "\(overrides ?? "")：预测中没有 \(item.year) 年“\(item.subject)”，所填的数未采用",
                    "\(overrides ?? ""): \(item.subject) of \(item.year) is not among the forecasts; "
                        + "its number was not used")
            )
        }
        for item in result.distantOverrides {
            StandardStream.remark(
                Bilingual(
                    "\(overrides ?? "")：\(item.year) 年“\(item.subject)”所填的数与模型值相差千倍以上；请核对单位，--amount-unit wan 表示万元",
                    "\(overrides ?? ""): the number for \(item.subject) of \(item.year) is a thousand times the model's or a thousandth of it; "
                        + "check its unit, --amount-unit wan is CNY 10k"))
        }
    }
}
