import FinalAccounts
import Platform
import Variance

/// Two years compared, subject by subject, as a table.
///
/// Columns: `unit, subject_code, subject_name, level, from_year, to_year, previous, current, change, change_rate,
/// previous_share, current_share, share_of_change, growth_contribution, state, reason, initial_budget,
/// adjusted_budget, execution_rate, adjusted_rate, origin`, budgets and rates of the later year; money in the machine
/// unit, rates in percent.
package struct ComparisonTable: Sendable {
    /// The comparisons, one for each unit.
    package let comparisons: [YearOverYear]
    /// How codes nest, for the names of levels.
    package let scheme: SubjectScheme
    /// The language of headings.
    package let language: Language
    /// Only this level, or all of them.
    package var level: SubjectLevel?
    /// The order of rows within a unit.
    package var order: YearOverYear.Order

    /// Prepares a table.
    package init(
        _ comparisons: [YearOverYear], scheme: SubjectScheme, language: Language, level: SubjectLevel? = nil,
        order: YearOverYear.Order = .subject
    ) {
        self.comparisons = comparisons
        self.scheme = scheme
        self.language = language
        self.level = level
        self.order = order
    }

    /// The table, each unit's total first.
    package var table: ReportTable {
        let rows = comparisons.flatMap { comparison in
            ([comparison.total] + comparison.rows(at: level, by: order)).map { cells($0, of: comparison) }
        }
        return ReportTable(name: "comparison", title: title, columns: columns, rows: rows, notes: notes)
    }

    private func word(_ phrase: Bilingual) -> String { phrase.text(in: language) }

    private var title: String {
        guard let first = comparisons.first else { return word(.changeOnYear) }
        let years = word(Bilingual.compared(first.currentYear.number, to: first.previousYear.number))
        return comparisons.count == 1 ? first.unit.name + " " + years : years
    }

    private var columns: [ReportColumn] {
        let (from, to) = comparisons.first.map { ($0.previousYear.description, $0.currentYear.description) } ?? ("", "")
        return [
            ReportColumn("unit", title: word(.unit), audience: comparisons.count > 1 ? .everyone : .programs),
            ReportColumn("subject_code", title: word(.subjectCode), kind: .label),
            ReportColumn("subject_name", title: word(.subject)),
            ReportColumn("level", title: word(.level), kind: .label, audience: .programs),
            ReportColumn("from_year", title: word(.year), kind: .number, audience: .programs),
            ReportColumn("to_year", title: word(.year), kind: .number, audience: .programs),
            ReportColumn("previous", title: from, kind: .amount),
            ReportColumn("current", title: to, kind: .amount),
            ReportColumn("change", title: word(.change), kind: .amount, dispensability: 1),
            ReportColumn("change_rate", title: word(.changeRate), kind: .number),
            ReportColumn("previous_share", title: word(.share), kind: .number, audience: .programs),
            ReportColumn("current_share", title: word(.share), kind: .number, dispensability: 2),
            ReportColumn("share_of_change", title: word(.share), kind: .number, audience: .programs),
            ReportColumn("growth_contribution", title: word(.growthContribution), kind: .number, dispensability: 3),
            ReportColumn("state", title: word(.state), kind: .label, dispensability: 4),
            ReportColumn("reason", title: word(.reason), dispensability: 5),
            ReportColumn("initial_budget", title: word(.initialBudget), kind: .amount, audience: .programs),
            ReportColumn("adjusted_budget", title: word(.adjustedBudget), kind: .amount, audience: adjusted),
            ReportColumn("execution_rate", title: word(.executionRate), kind: .number, audience: .programs),
            ReportColumn("adjusted_rate", title: word(.adjustedRate), kind: .number, audience: adjusted),
            ReportColumn("origin", title: word(.origin), kind: .label, audience: .programs),
        ]
    }

    private func cells(_ row: YearOverYearRow, of comparison: YearOverYear) -> [ReportCell] {
        [
            .text(comparison.unit.name), .text(ifStated: row.subject.code),
            .text(SubjectLabel(language: language).name(of: row.subject)),
            LevelLabel(scheme: scheme, language: language).cell(row.subject.level),
            .integer(comparison.previousYear.number), .integer(comparison.currentYear.number),
            .amount(ifStated: row.previous), .amount(ifStated: row.current), .amount(ifStated: row.change),
            .percentage(ifStated: row.percentageChange), .percentage(ifStated: row.previousShare),
            .percentage(ifStated: row.currentShare), .percentage(ifStated: row.shareOfChange),
            .percentage(ifStated: row.growthContribution), state(row.state), .text(ifStated: row.reason),
            .budget(row.observation?.initialBudget ?? .notStated, in: language),
            .amount(ifStated: row.observation?.adjustedBudget), .percentage(ifStated: row.observation?.executionRate),
            .percentage(ifStated: row.observation?.adjustedExecutionRate),
            .origin(row.usesSyntheticFigures ? .synthetic : .published, in: language),
        ]
    }

    /// People see the adjusted budget where documents state one.
    private var adjusted: ReportColumn.Audience {
        comparisons.contains { $0.rows.contains { $0.observation?.adjustedBudget != nil } } ? .everyone : .programs
    }

    private func state(_ state: ChangeState) -> ReportCell {
        switch state {
        case .continued: .term(code: state.rawValue, label: "")
        case .appeared: .term(code: state.rawValue, label: word(.appeared), tone: .warning)
        case .ended: .term(code: state.rawValue, label: word(.ended), tone: .warning)
        case .incomplete: .term(code: state.rawValue, label: word(.incomplete), tone: .warning)
        case .notComparable: .term(code: state.rawValue, label: word(.notComparable))
        }
    }

    private var notes: [String] {
        let touched = comparisons.contains { comparison in
            comparison.total.usesSyntheticFigures || comparison.rows.contains(where: \.usesSyntheticFigures)
        }
        return touched ? [word(.includesSyntheticFigures)] : []
    }
}
