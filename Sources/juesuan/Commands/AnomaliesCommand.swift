import ArgumentParser
import FinalAccounts
import Reporting
import Variance
import Workbench

/// `juesuan anomalies`: what does not fit in one year, ranked.
struct AnomaliesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "anomalies",
        abstract: "List what departs from plan, from last year or from its own history, ranked. (异常)",
        discussion: """
            The year is also held against the forecast that the years before it lead to.

            Example:

              juesuan anomalies --year 2023 --top 20
              juesuan anomalies --year 2023 --list overruns --brief
              juesuan anomalies --input lines.csv --profile audit --format json
              juesuan anomalies --output anomalies.html
              juesuan anomalies --stdin --year 2023 --format csv < bodies.ndjson
              juesuan anomalies --show-thresholds > thresholds.yaml
              juesuan anomalies --thresholds thresholds.yaml --output anomalies.xlsx
            """)

    @OptionGroup var source: SourceOptions
    @OptionGroup var review: YearOption

    @Option(help: "Which list: all (by severity), overruns (by rate) or unbudgeted (by amount).")
    var list: AnomalyList = .all

    @OptionGroup var limits: ThresholdOptions

    @Flag(help: "Print the thresholds as YAML that --thresholds takes, and stop.")
    var showThresholds = false

    @Flag(help: "Do not hold the year against a forecast from the years before it.")
    var noForecast = false

    @Option(help: ArgumentHelp("Only the first N rows.", valueName: "n"))
    var top: Int?

    @Flag(help: "Print the rows alone, without explanation, reason and earlier years below each.")
    var brief = false

    @OptionGroup var stream: StreamOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        if let top, top < 1 { throw ValidationError("--top takes a whole number of at least 1, not \(top)") }
    }

    func run() async throws {
        let thresholds = try limits.resolved()
        if showThresholds {
            try output.write(thresholds.yaml(in: output.spokenLanguage))
            return
        }
        let context = try source.context(
            language: output.spokenLanguage, thresholds: thresholds,
            model: noForecast ? nil : try DataFolder.storedModel())
        if stream.isAsked { return try await runStream(context) }
        try write(
            try await context.anomalies(
                in: try source.lines(), year: review.year, list: list, limit: top ?? .max, usesForecast: !noForecast,
                isDetailed: output.chosen == .html))
    }

    /// Looks at the lines of each record by themselves.
    private func runStream(_ context: AnalysisContext) async throws {
        let empty = AnomalyTable([], scheme: context.scheme, language: context.language, title: "")
        try await stream.run(output, columns: empty.table.columns) {
            [source, review, list, top, noForecast] record in
            let (lines, unit) = try source.lines(of: record)
            var context = context
            if let unit { context.amounts = AmountStyle(givenIn: unit) }
            let listing = try context.anomaliesInTurn(
                in: lines, year: review.year, list: list, limit: top ?? .max, usesForecast: !noForecast)
            return StreamAnswer(.rows(listing.table(isBrief: true), listing.amounts))
        }
    }

    private func write(_ listing: AnomalyListing) throws {
        if output.chosen.text != nil {
            try output.write([listing.table(isBrief: brief)], amounts: listing.amounts)
        } else if output.chosen == .xlsx, let path = output.output {
            output.overwriting.makeWay(for: path)
            try AnomalyWorkbook(listing).write(to: path)
        } else {
            try output.write(try AnomalyPage(listing).html(chartScript: DataFolder.chartScript()))
        }
    }
}

extension AnomalyList: ExpressibleByArgument {}
