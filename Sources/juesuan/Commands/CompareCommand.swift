import ArgumentParser
import FinalAccounts
import Reporting
import Variance

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
        let lines = try source.lines()
        let year = try review.resolved(in: lines)
        let earlier = with ?? year.previous
        guard earlier < year else {
            throw CommandFailure(.usage, "--with \(earlier): give a year before \(year)")
        }
        guard lines.contains(where: { $0.fiscalYear == earlier }) else {
            throw CommandFailure(
                .data,
                "no account lines of \(earlier) to compare \(year) with; import them or choose a year with --with")
        }
        let series = try source.series(from: lines)
        let comparisons = try YearOverYear.comparisons(of: series, from: earlier, to: year, scheme: source.scheme)
        let notes = SeriesNoteText(language: output.spokenLanguage).sentences(for: series, years: earlier...year)
        let table = ComparisonTable(
            comparisons, scheme: source.scheme, language: output.spokenLanguage,
            level: try level.map { try source.level(named: $0) }, order: order
        ).table
        try output.write([table.adding(notes: notes)], amounts: source.amountStyle)
    }
}

extension YearOverYear.Order: ExpressibleByArgument {}
