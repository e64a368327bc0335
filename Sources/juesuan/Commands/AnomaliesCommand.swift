import ArgumentParser
import FinalAccounts
import Reporting
import Variance

/// `juesuan anomalies`: what does not fit in one year, ranked.
struct AnomaliesCommand: ParsableCommand {
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
            Example:

              juesuan anomalies --year 2023 --top 20
              juesuan anomalies --year 2023 --list overruns
              juesuan anomalies --input lines.csv --profile audit --format json
            """)

    @OptionGroup var source: SourceOptions
    @OptionGroup var review: YearOption

    @Option(help: "Which list: all (by severity), overruns (by rate) or unbudgeted (by amount).")
    var list: List = .all

    @Option(help: "Thresholds: audit (strict) or draft.")
    var profile: AnomalyProfile = .draft

    @Option(help: ArgumentHelp("Only the first N rows.", valueName: "n"))
    var top: Int?

    @OptionGroup var output: OutputOptions

    func validate() throws {
        if let top, top < 1 { throw ValidationError("--top takes a whole number of at least 1, not \(top)") }
    }

    func run() throws {
        let lines = try source.lines()
        let year = try review.resolved(in: lines)
        let detector = AnomalyDetector(scheme: source.scheme, thresholds: .standard(profile))
        let series = try source.series(from: lines)
        let report = try detector.report(on: series, year: year)
        let chosen = Array(rows(of: report).prefix(top ?? .max))
        let shown = Set(chosen.map { SeriesIdentity(unit: $0.unit, subject: $0.subject.key) })
        let notes = SeriesNoteText(language: output.spokenLanguage).sentences(
            for: series.filter {
                !$0.notes.isEmpty && shown.contains(SeriesIdentity(unit: $0.unit, subject: $0.subject.key))
            },
            years: FiscalYear(FiscalYear.plausible.lowerBound)...year)
        let table = AnomalyTable(
            chosen, scheme: source.scheme, language: output.spokenLanguage, amounts: source.amountStyle
        ).table
        try output.write([table.adding(notes: notes)], amounts: source.amountStyle)
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

extension AnomalyProfile: ExpressibleByArgument {}
