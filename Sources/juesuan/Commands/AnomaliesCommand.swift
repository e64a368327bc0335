import ArgumentParser
import FinalAccounts
import Platform
import Reporting
import Variance
import Workbench

/// `juesuan anomalies`: what does not fit in one year, ranked.
struct AnomaliesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        "anomalies",
        Bilingual(
            "列出与预算、上年或历年情况不符的科目，按程度排序。",
            "List what departs from plan, from last year or from its own history, ranked."),
        about: Bilingual(
            "该年度还与此前年度得出的预测比较。",
            "The year is also held against the forecast that the years before it lead to."),
        examples: [
            "juesuan anomalies --year 2023 --top 20",
            "juesuan anomalies --year 2023 --list overruns --brief",
            "juesuan anomalies --input lines.csv --profile audit --format json",
            "juesuan anomalies --output anomalies.html",
            "juesuan anomalies --stdin --year 2023 --format csv < bodies.ndjson",
            "juesuan anomalies --show-thresholds > thresholds.yaml",
            "juesuan anomalies --thresholds thresholds.yaml --output anomalies.xlsx",
        ])

    @OptionGroup var source: SourceOptions
    @OptionGroup var review: YearOption

    @Option(
        help: ArgumentHelp(
            "列出哪些：all（按程度）、overruns（超支，按比率）或 unbudgeted（无年初预算，按金额）。",
            "Which list: all (by severity), overruns (by rate) or unbudgeted (by amount).",
            valueName: Bilingual("清单", "list")))
    var list: AnomalyList = .all

    @OptionGroup var limits: ThresholdOptions

    @Flag(
        help: ArgumentHelp(
            "以 YAML 输出 --thresholds 可读取的阈值后结束。", "Print the thresholds as YAML that --thresholds takes, and stop."))
    var showThresholds = false

    @Flag(help: ArgumentHelp("不与以前年度得出的预测比较。", "Do not hold the year against a forecast from the years before it."))
    var noForecast = false

    @Option(help: ArgumentHelp("只列前 N 行。", "Only the first N rows.", valueName: Bilingual("数", "n")))
    var top: Int?

    @Flag(
        help: ArgumentHelp(
            "只列各行，不附说明、原因和历年情况。", "Print the rows alone, without explanation, reason and earlier years below each."))
    var brief = false

    @OptionGroup var stream: StreamOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        if let top, top < 1 {
            throw ValidationError(
                Bilingual("--top 应为不小于 1 的整数，不能是 \(top)", "--top takes a whole number of at least 1, not \(top)"))
        }
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
