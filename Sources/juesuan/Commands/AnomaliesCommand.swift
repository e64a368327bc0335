import ArgumentParser
import FinalAccounts
import Forecasting
import Reporting
import Variance

/// `juesuan anomalies`: what does not fit in one year, ranked.
struct AnomaliesCommand: AsyncParsableCommand {
    /// The lists that can be asked for.
    enum List: String, CaseIterable, ExpressibleByArgument {
        /// Everything, by severity.
        case all
        /// Over budget, by rate of execution.
        case overruns
        /// Spent without a budget, by amount.
        case unbudgeted
    }

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
              juesuan anomalies --show-thresholds > thresholds.yaml
              juesuan anomalies --thresholds thresholds.yaml --output anomalies.xlsx
            """)

    @OptionGroup var source: SourceOptions
    @OptionGroup var review: YearOption

    @Option(help: "Which list: all (by severity), overruns (by rate) or unbudgeted (by amount).")
    var list: List = .all

    @OptionGroup var limits: ThresholdOptions

    @Flag(help: "Print the thresholds as YAML that --thresholds takes, and stop.")
    var showThresholds = false

    @Flag(help: "Do not hold the year against a forecast from the years before it.")
    var noForecast = false

    @Option(help: ArgumentHelp("Only the first N rows.", valueName: "n"))
    var top: Int?

    @Flag(help: "Print the rows alone, without explanation, reason and earlier years below each.")
    var brief = false

    @OptionGroup var output: DocumentOutputOptions

    func validate() throws {
        if let top, top < 1 { throw ValidationError("--top takes a whole number of at least 1, not \(top)") }
    }

    func run() async throws {
        let thresholds = try limits.resolved()
        if showThresholds {
            try output.write(thresholds.yaml(in: output.spokenLanguage))
            return
        }
        let lines = try source.lines()
        let year = try review.resolved(in: lines)
        let series = try source.series(from: lines)
        // The two halves know nothing of each other and share the cores.
        let scheme = source.scheme
        let isForecast = !noForecast
        let model = isForecast ? try StoredModel.read(nil) : nil
        async let prior =
            isForecast ? PriorForecasts.of(series, year: year, scheme: scheme, model: model) : []
        let measured = try AnomalyDetector(scheme: scheme, thresholds: thresholds).measured(series, year: year)
        let forecasts = try await prior
        let report = try measured.report(forecasts: forecasts)
        try write(try listing(of: report, series, forecasts, lines))
    }

    private func listing(
        of report: AnomalyReport, _ series: [SpendingSeries], _ forecasts: [Forecast], _ lines: [AccountLine]
    ) throws -> AnomalyListing {
        var listing = AnomalyListing(
            report, scheme: source.scheme, language: output.spokenLanguage,
            amounts: source.amountStyle.fitted(to: series))
        let rows = rows(of: report)
        listing.total = rows.count
        listing.anomalies = Array(rows.prefix(top ?? .max))
        let shown = Set(listing.anomalies.map { SeriesIdentity(unit: $0.unit, subject: $0.subject.key) })
        listing.notes = SeriesNoteText(language: output.spokenLanguage).sentences(
            for: series.filter {
                !$0.notes.isEmpty && shown.contains(SeriesIdentity(unit: $0.unit, subject: $0.subject.key))
            },
            years: FiscalYear(FiscalYear.plausible.lowerBound)...report.year)
        if output.chosen == .html {
            listing.forecasts = try ForecastRow.rows(
                forecasts.filter { shown.contains(SeriesIdentity(unit: $0.unit, subject: $0.subject.key)) })
            listing.lines = try source.context(language: output.spokenLanguage).settled(
                lines.filter { $0.fiscalYear == report.year })
        }
        return listing
    }

    private func write(_ listing: AnomalyListing) throws {
        if let text = output.chosen.text {
            try output.write([listing.table(isBrief: brief)], as: text, amounts: listing.amounts)
        } else if output.chosen == .xlsx, let path = output.output {
            try AnomalyWorkbook(listing).write(to: path)
        } else {
            try output.write(try AnomalyPage(listing).html(chartScript: DataFolder.chartScript()))
        }
    }

    private func rows(of report: AnomalyReport) -> [Anomaly] {
        switch list {
        case .all: report.anomalies
        case .overruns: report.overrunsByRate
        case .unbudgeted: report.unbudgetedByAmount
        }
    }
}

/// What tells one series from another.
private struct SeriesIdentity: Hashable {
    let unit: BudgetUnit
    let subject: SubjectKey
}
