import FinalAccounts
import Ledger
import Platform
import Reporting
import Variance

/// The bodies of a ledger with the last year of each: what was spent, how it changed, and what does not fit, those that need a
/// look first.
package struct BodyOverview: Sendable {
    /// A body's last year.
    package struct Entry: Sendable {
        package let unit: BudgetUnit
        package let year: FiscalYear
        let total: Observation?
        let previous: Amount?
        /// How many subjects do not fit, and the gravest of them.
        package let anomalies: Int
        let gravest: Anomaly?
        /// The lines it rests on: those of the same blocks are the same.
        fileprivate let mark: [Int64]
    }

    /// The bodies, by what does not fit, then by name.
    package let entries: [Entry]
    private let context: AnalysisContext

    /// Looks at every body of a ledger by itself. A year is held against plan, the year before and its own history, not against a
    /// forecast.
    ///
    /// - Parameters:
    ///   - earlier: what it was in an earlier state of the ledger: bodies whose lines are what they were then are not looked at again.
    ///   - isWanted: whether a body is looked at.
    /// - Throws: `LedgerError`; what detection throws.
    package init(
        ledger path: String, context: AnalysisContext, earlier: BodyOverview? = nil,
        where isWanted: (BudgetUnit) -> Bool
    ) throws {
        let ledger = try Ledger.open(at: path, readOnly: true)
        let marks = try ledger.blockMarks().filter { isWanted($0.key) }
        let kept = (earlier?.entries ?? []).filter { marks[$0.unit] == $0.mark }
        let changed = Set(marks.keys).subtracting(kept.map(\.unit))
        // One pass over all lines is shorter than one each over those of many bodies.
        let isMost = changed.count * 8 > marks.count
        let lines = try isMost ? ledger.lines() : changed.sorted().flatMap { try ledger.lines(of: $0) }
        let bodies = Dictionary(grouping: lines, by: \.unit)
            .filter { changed.contains($0.key) }.sorted { $0.key < $1.key }
        let found = Parallel().mapEach(bodies.count) { place in
            Result { try Self.entry(bodies[place].key, bodies[place].value, marks[bodies[place].key] ?? [], context) }
        }
        entries = try (kept + found.compactMap { try $0.get() }).sorted { left, right in
            let (first, second) = (left.gravest?.severity ?? 0, right.gravest?.severity ?? 0)
            return first == second ? left.unit < right.unit : first > second
        }
        self.context = context
    }

    private static func entry(
        _ unit: BudgetUnit, _ lines: [AccountLine], _ mark: [Int64], _ context: AnalysisContext
    ) throws -> Entry? {
        guard let year = AccountLines(lines).latestYear else { return nil }
        let series = try context.series(from: lines)
        let report = try AnomalyDetector(scheme: context.scheme, thresholds: context.thresholds).report(
            on: series, year: year, forecasts: [])
        let total = series.first { $0.subject.level == .total }
        return Entry(
            unit: unit, year: year, total: total?.observation(in: year), previous: total?.actual(in: year.previous),
            anomalies: report.anomalies.count, gravest: report.anomalies.first, mark: mark)
    }

    private init(_ entries: [Entry], _ context: AnalysisContext) {
        self.entries = entries
        self.context = context
    }

    /// The bodies that are wanted, in the same order.
    package func only(_ isWanted: (BudgetUnit) -> Bool) -> BodyOverview {
        BodyOverview(entries.filter { isWanted($0.unit) }, context)
    }

    /// Columns: `unit, year, actual, change_rate, execution_rate, anomalies, gravest`.
    ///
    /// - Parameter places: which of the bodies.
    package func table(_ places: Range<Int>) -> ReportTable {
        let language = context.language
        return ReportTable(
            name: "overview", title: language.words("单位", "bodies"),
            columns: [
                ReportColumn("unit", title: language.words("单位", "body"), kind: .label),
                ReportColumn("year", title: language.words("年度", "year"), kind: .number),
                ReportColumn("actual", title: language.words("支出决算", "spent"), kind: .amount),
                ReportColumn("change_rate", title: language.words("比上年", "on last year"), kind: .number),
                ReportColumn("execution_rate", title: language.words("预算完成率", "of budget"), kind: .number),
                ReportColumn("anomalies", title: language.words("异常", "anomalies"), kind: .number),
                ReportColumn("gravest", title: language.words("最突出", "the gravest")),
            ], rows: entries[places].map(cells))
    }

    private func cells(_ entry: Entry) -> [ReportCell] {
        let actual = entry.total?.actual
        let change = actual.flatMap { actual in entry.previous.flatMap { try? actual.subtracting($0) } }
        let rate = change.flatMap { change in entry.previous.flatMap { StatedPercentage(of: change, in: $0.magnitude) }
        }
        let gravest = entry.gravest.map { anomaly in
            ReportQuestion.questions([anomaly], lines: [], language: context.language, amounts: context.amounts)
        }?.first
        return [
            .text(entry.unit.name), .integer(entry.year.number), .amount(ifStated: actual),
            .percentage(ifStated: rate), .percentage(ifStated: entry.total?.executionRate), .integer(entry.anomalies),
            gravest.flatMap { question in
                question.flags.first.map { flag in
                    ReportCell.term(
                        code: flag.label, label: (question.subject.name) + " · " + flag.label, tone: flag.tone)
                }
            } ?? .empty,
        ]
    }
}
