import ArgumentParser
import FinalAccounts
import Variance
import Workbench

/// `juesuan compare`: two years, subject by subject.
struct CompareCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compare",
        abstract: "Compare a year with an earlier one, subject by subject. (同比)",
        discussion: """
            Example:

              juesuan compare --year 2023 --with 2022 --level category
              juesuan compare --input lines.csv --amount-unit wan --order change --format csv
            """)

    @OptionGroup var source: SourceOptions
    @OptionGroup var review: YearOption

    @Option(help: ArgumentHelp("The earlier year. Default: the year before.", valueName: "year"))
    var with: FiscalYear?

    @Option(help: "Only subjects of this level: category, section, item, or a number of digits. Default: all.")
    var level: String?

    @Option(help: "Order of subjects: subject, change, rate or current.")
    var order: YearOverYear.Order = .subject

    @OptionGroup var output: OutputOptions

    func run() throws {
        let comparison = try source.context(language: output.spokenLanguage).comparison(
            in: source.lines(), year: review.year, earlier: with)
        let table = comparison.table(level: try level.map { try source.level(named: $0) }, order: order)
        try output.write([table], amounts: source.amountStyle)
    }
}

extension YearOverYear.Order: ExpressibleByArgument {}
