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
              juesuan compare --years 2019-2023 --measures years.csv --per-head --prices-of 2023
              juesuan compare --year 2023 --by fund
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

    @Option(help: ArgumentHelp("Several years side by side instead of two, as 2019-2023.", valueName: "years"))
    var years: YearSpan?

    @Option(
        help: ArgumentHelp(
            "What is known of years beside the accounts: a CSV with year, population and price_index.",
            valueName: "years.csv"))
    var measures: String?

    @Flag(help: "With --years: amounts for each head of the population.")
    var perHead = false

    @Option(help: ArgumentHelp("With --years: amounts in the prices of this year.", valueName: "year"))
    var pricesOf: FiscalYear?

    @OptionGroup var output: OutputOptions

    func validate() throws {
        if years != nil, with != nil || basis != nil || order != .subject {
            throw ValidationError("--years does not go with --with, --basis and --order")
        }
        if perHead || pricesOf != nil, years == nil || measures == nil {
            throw ValidationError("--per-head and --prices-of need --years and --measures")
        }
    }

    func run() throws {
        if let years { return try compare(years.range) }
        if let basis { return try compareTotals(on: basis) }
        let comparison = try source.context(language: output.spokenLanguage).comparison(
            in: source.lines(), year: review.year, earlier: with)
        let table = comparison.table(level: try level.map { try source.level(named: $0) }, order: order)
        try output.write([table], amounts: source.amountStyle)
    }
}

extension CompareCommand {
    /// Puts several years side by side.
    private func compare(_ years: ClosedRange<FiscalYear>) throws {
        let scales: [YearMeasures.Scale?] = [pricesOf.map { .constantPrices(of: $0) }, perHead ? .perHead : nil]
        let table = try source.context(language: output.spokenLanguage).years(
            years, in: source.lines(), level: try level.map { try source.level(named: $0) },
            measures: try measures.map { try YearMeasureFile.read($0) } ?? YearMeasures([:]),
            scales: scales.compactMap { $0 })
        try output.write([table], amounts: source.amountStyle)
    }

    /// Compares stated totals, on last year's figures as published or as restated.
    private func compareTotals(on basis: RestatedYear.Basis) throws {
        let lines = try source.lines()
        let year = try lines.reviewedYear(review.year)
        let context = try source.context(language: output.spokenLanguage)
        let totals = try RestatedYear(
            source.source, unit: lines.soleUnit(in: year), year: year, lines: context.settled(lines.lines))
        try output.write([totals.table(on: basis, language: output.spokenLanguage)], amounts: source.amountStyle)
    }
}

extension RestatedYear.Basis: ExpressibleByArgument {}

extension YearOverYear.Order: ExpressibleByArgument {}
