import ArgumentParser
import FinalAccounts
import Reporting
import Workbench

/// `juesuan explain`: the regression behind a subject's number.
struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Show what a forecast rests on: data, regression with errors, contributions in money. (解释)",
        discussion: """
            With --subject: its years, what the forecast is made of, and the least-squares regressions of its years on time and on
            the budget, with classic and HC3 errors, leverage and Cook's distance. Without it one line for each subject.

            Example:

              juesuan explain --for 2024 --subject 2080199
              juesuan explain --input lines.csv --amount-unit wan --subject 2080199 --format json
              juesuan explain --for 2024 --format csv --output explained.csv
            """)

    @OptionGroup var source: SourceOptions
    @OptionGroup var options: ForecastOptions

    @Option(help: ArgumentHelp("The subject to explain. Default: a line for each.", valueName: "code or name"))
    var subject: String?

    @Flag(
        help:
            "Show every part of a forecast. Default: those that matter by money, the others in one line; CSV and JSON have all."
    )
    var allParts = false

    @OptionGroup var output: OutputOptions

    func validate() throws {
        if options.horizon != 1 { throw ValidationError("the first year is explained; leave --horizon out") }
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
                .usage, "--subject \(subject ?? ""): \(explanations.count) forecasts are of such a subject",
                "name one by its code, and its body with --unit")
        }
        let tables = ExplanationTables(
            only, language: language, amounts: source.amountStyle,
            foldsParts: !allParts && output.chosen != .json && output.chosen != .csv
        ).tables
        try output.write(tables, amounts: source.amountStyle)
    }
}
