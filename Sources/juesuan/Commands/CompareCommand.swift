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
              juesuan compare --unit 青菱街道办事处 --year 2023 --basis restated
            """)

    @OptionGroup var source: SourceOptions
    @OptionGroup var review: YearOption

    @Option(help: ArgumentHelp("The earlier year. Default: the year before.", valueName: "year"))
    var with: FiscalYear?

    @Option(help: "Only subjects of this level: category, section, item, or a number of digits. Default: all.")
    var level: String?

    @Option(help: "Order of subjects: subject, change, rate or current.")
    var order: YearOverYear.Order = .subject

    @Option(
        help:
            "Compare the totals that documents state, with last year's as published then or as restated now (可比口径): published or restated."
    )
    var basis: RestatedYear.Basis?

    @OptionGroup var output: OutputOptions

    func run() throws {
        if let basis { return try compareTotals(on: basis) }
        let comparison = try source.context(language: output.spokenLanguage).comparison(
            in: source.lines(), year: review.year, earlier: with)
        let table = comparison.table(level: try level.map { try source.level(named: $0) }, order: order)
        try output.write([table], amounts: source.amountStyle)
    }
}

extension CompareCommand {
    /// Compares stated totals, on last year's figures as published or as restated.
    private func compareTotals(on basis: RestatedYear.Basis) throws {
        let lines = try source.lines()
        let year = try lines.reviewedYear(review.year)
        let totals = try RestatedYear(source.source, unit: lines.soleUnit(in: year), year: year)
        try output.write([totals.table(on: basis, language: output.spokenLanguage)], amounts: source.amountStyle)
    }
}

extension RestatedYear.Basis: ExpressibleByArgument {}

extension YearOverYear.Order: ExpressibleByArgument {}
