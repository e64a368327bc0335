import FinalAccounts
import Platform
import Variance

/// What does not fit, as a table in the order given.
///
/// Columns: `rank, unit, subject_code, subject_name, level, fiscal_year, flags, severity, initial_budget, actual,
/// execution_rate, previous_actual, explanation, reason, history, origin`; `flags` holds the names of all flags, the
/// gravest first, separated by semicolons; `explanation` has a sentence for each, `reason` is the document's own, and
/// `history` tells what happened to the subject in earlier years. A terminal gets the last three below the row.
package struct AnomalyTable: Sendable {
    /// The rows, in order of rank.
    package let anomalies: [Anomaly]
    /// The heading for people.
    package let title: String
    /// How codes nest, for the names of levels.
    package let scheme: SubjectScheme
    /// The language of headings and explanations.
    package let language: Language
    /// How money is written in explanations.
    package let amounts: AmountStyle
    /// Whether a terminal gets the rows alone, without explanation, reason and history below them.
    package var isBrief = false

    /// Prepares a table of any list of anomalies, such as ``AnomalyReport/overrunsByRate``.
    ///
    /// - Parameter title: the heading; the list's usual one if not given.
    package init(
        _ anomalies: [Anomaly], scheme: SubjectScheme, language: Language, amounts: AmountStyle = .chinese,
        title: String? = nil
    ) {
        self.anomalies = anomalies
        self.title = title ?? Bilingual.anomalies.text(in: language)
        self.scheme = scheme
        self.language = language
        self.amounts = amounts
    }

    /// The table.
    package var table: ReportTable {
        let touched = anomalies.contains(where: \.usesSyntheticFigures)
        var table = ReportTable(
            name: "anomalies", title: title, columns: columns,
            rows: anomalies.enumerated().map { cells($0.element, rank: $0.offset + 1) },
            notes: touched ? [word(.includesSyntheticFigures)] : [])
        if !isBrief { table.details = anomalies.map(details) }
        return table
    }

    private func word(_ phrase: Bilingual) -> String { phrase.text(in: language) }

    private var columns: [ReportColumn] {
        let units = Set(anomalies.map(\.unit)).count
        return [
            ReportColumn("rank", title: word(.rank), kind: .number),
            ReportColumn("unit", title: word(.unit), audience: units > 1 ? .everyone : .programs),
            ReportColumn("subject_code", title: word(.subjectCode), kind: .label, dispensability: 2),
            ReportColumn("subject_name", title: word(.subject)),
            ReportColumn("level", title: word(.level), kind: .label, audience: .programs),
            ReportColumn("fiscal_year", title: word(.year), kind: .number, audience: .programs),
            // Below the rows every flag has its name before its sentence.
            ReportColumn("flags", title: word(.flags), audience: isBrief ? .everyone : .documents),
            ReportColumn("severity", title: word(.severity), kind: .number, dispensability: 4),
            ReportColumn("initial_budget", title: word(.initialBudget), kind: .amount, dispensability: 1),
            ReportColumn("actual", title: word(.actual), kind: .amount),
            ReportColumn("execution_rate", title: word(.executionRate), kind: .number),
            ReportColumn("previous_actual", title: word(.previousActual), kind: .amount, dispensability: 3),
            ReportColumn("explanation", title: word(.note), audience: .documents),
            ReportColumn("reason", title: word(.reason), audience: .documents),
            ReportColumn("history", title: word(.earlierYears), audience: .documents),
            ReportColumn("adjusted_budget", title: word(.adjustedBudget), kind: .amount, audience: adjusted),
            ReportColumn("adjusted_rate", title: word(.adjustedRate), kind: .number, audience: adjusted),
            ReportColumn("origin", title: word(.origin), kind: .label, audience: .programs),
        ]
    }

    private func cells(_ anomaly: Anomaly, rank: Int) -> [ReportCell] {
        let observation = anomaly.observation
        let previous = anomaly.earlier.last.flatMap { $0.year == anomaly.year.previous ? $0.actual : nil }
        return [
            .integer(rank), .text(anomaly.unit.name), .text(ifStated: anomaly.subject.code),
            .text(SubjectLabel(language: language).name(of: anomaly.subject)),
            LevelLabel(scheme: scheme, language: language).cell(anomaly.subject.level), .integer(anomaly.year.number),
            flags(anomaly),
            .number(anomaly.severity, decimals: 1), .budget(observation?.initialBudget ?? .notStated, in: language),
            .amount(ifStated: observation?.actual), .percentage(ifStated: observation?.executionRate),
            .amount(ifStated: previous), .text(sentences(anomaly).joined(separator: separator)),
            .text(ifStated: anomaly.reason), history(anomaly).isEmpty ? .empty : .text(history(anomaly)),
            .amount(ifStated: observation?.adjustedBudget), .percentage(ifStated: observation?.adjustedExecutionRate),
            .origin(anomaly.usesSyntheticFigures ? .synthetic : .published, in: language),
        ]
    }

    /// People see the adjusted budget where documents state one.
    private var adjusted: ReportColumn.Audience {
        anomalies.contains { $0.observation?.adjustedBudget != nil } ? .everyone : .programs
    }

    private func flags(_ anomaly: Anomaly) -> ReportCell {
        let codes = anomaly.flags.map(\.kind.rawValue).joined(separator: ";")
        let labels = FlagLabels(language: language).text(anomaly.flags.map(\.kind))
        let gravest = anomaly.flags.first.map { ReportQuestion.tone(of: $0.kind) } ?? .plain
        return .term(code: codes, label: labels, tone: gravest)
    }

    private func sentences(_ anomaly: Anomaly) -> [String] {
        FlagText(language: language, unit: amounts.displayUnit, decimals: decimals).sentences(for: anomaly)
    }

    private func history(_ anomaly: Anomaly) -> String {
        HistoryText(language: language, unit: amounts.displayUnit, decimals: decimals).text(for: anomaly)
    }

    private var decimals: Int { amounts.displayDecimals ?? 2 }

    /// What stands below a row on a terminal: a sentence for each flag with its name, the reason given, the earlier years.
    private func details(_ anomaly: Anomaly) -> [String] {
        let reason = anomaly.reason.map { word(.reasonGiven) + $0 } ?? word(.noReasonGiven)
        let history = history(anomaly)
        let named = zip(anomaly.flags, sentences(anomaly)).map { flag, sentence in
            FlagLabels(language: language).text([flag.kind]) + word(.colon) + sentence
        }
        return named + [reason, history.isEmpty ? word(.noEarlierYears) : word(.earlier) + history]
    }

    private var separator: String { language == .zhHans ? "；" : "; " }
}
