import ArgumentParser
import FinalAccounts
import Platform
import Reporting
import Workbench

/// `juesuan explain`: the regression behind a subject's number.
struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        "explain",
        Bilingual(
            "说明预测的依据：数据、回归及其误差、各因素的金额。",
            "Show what a forecast rests on: data, regression with errors, contributions in money."),
        about: Bilingual(
            """
            给出 --subject 时：列出历年数据、预测的组成，以及按年度和按预算的最小二乘回归，含经典误差与 HC3 误差、
            杠杆值和库克距离。不给时每个科目一行。
            """,
            """
            With --subject: its years, what the forecast is made of, and the least-squares regressions of its years on time and on
            the budget, with classic and HC3 errors, leverage and Cook's distance. Without it one line for each subject.
            """),
        examples: [
            "juesuan explain --for 2024 --subject 2080199",
            "juesuan explain --input lines.csv --amount-unit wan --subject 2080199 --format json",
            "juesuan explain --for 2024 --format csv --output explained.csv",
        ])

    @OptionGroup var source: SourceOptions
    @OptionGroup var options: ForecastOptions

    @Option(
        help: ArgumentHelp(
            "要说明的科目。默认每个科目一行。", "The subject to explain. Default: a line for each.",
            valueName: Bilingual("编码或名称", "code or name")))
    var subject: String?

    @Flag(
        help:
            ArgumentHelp(
                "显示预测的全部组成。默认只列金额较大者，其余合为一行；CSV 与 JSON 含全部。",
                "Show every part of a forecast. Default: those that matter by money, the others in one line; CSV and JSON have all."
            )
    )
    var allParts = false

    @OptionGroup var output: OutputOptions

    func validate() throws {
        if options.horizon != 1 {
            throw ValidationError(
                Bilingual("只说明首个年度，请去掉 --horizon", "the first year is explained; leave --horizon out"))
        }
    }

    func run() throws {
        let language = output.spokenLanguage
        let learning = options.model.learn
        var forecast = try options.forecast(context: source.context(language: language))
        if learning == .acrossBodies { forecast.unit = source.unit.map { BudgetUnit($0) } }
        let explanations = try forecast.explanations(in: source.lines(learning: learning), subject: subject)
        guard subject != nil else {
            let table = ExplanationTable(
                explanations, scheme: source.scheme, language: language, amounts: source.amountStyle
            ).table
            return try output.write([table], amounts: source.amountStyle)
        }
        guard explanations.count == 1, let only = explanations.first else {
            throw CommandFailure(
                .usage,
                Bilingual(
                    "--subject \(subject ?? "")：有 \(explanations.count) 个此科目的预测",
                    "--subject \(subject ?? ""): \(explanations.count) forecasts are of such a subject"),
                Bilingual("请用编码指明科目，用 --unit 指明单位", "name one by its code, and its body with --unit"))
        }
        let tables = ExplanationTables(
            only, language: language, amounts: source.amountStyle,
            foldsParts: !allParts && output.chosen != .json && output.chosen != .csv
        ).tables
        try output.write(tables, amounts: source.amountStyle)
    }
}
