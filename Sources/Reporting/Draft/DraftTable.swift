import Budgeting
import FinalAccounts
import Platform
import Variance

/// A budget draft as a table, for CSV, JSON, Markdown and the terminal.
///
/// Columns: `unit, target_year, subject_code, subject_name, level, actual_YEAR …, this_year, this_year_budget,
/// this_year_adjusted, this_year_actual, execution_rate, forecast, model_forecast, lower80, upper80, not_requested, class,
/// evidence, sentence, model, forecast_note, flags, suggested, adjustment, final, change_on_budget, change_rate, approval, note, origin`.
/// `forecast` is what is expected to be spent, `suggested` what is asked for by policy and rules.
package struct DraftTable: Sendable {
    /// The draft.
    package let draft: BudgetDraft
    /// The language of headings.
    package let language: Language

    /// Prepares a table.
    package init(_ draft: BudgetDraft, language: Language) {
        self.draft = draft
        self.language = language
    }

    /// The table, the total first.
    package func table() throws(AmountError) -> ReportTable {
        var rows: [[ReportCell]] = []
        for row in draft.rows { rows.append(try cells(row)) }
        let synthetic = draft.syntheticYears
        return ReportTable(
            name: "draft", title: word(Bilingual.draftTitle(unit: draft.unit.name, year: draft.year.number)),
            columns: columns, rows: rows,
            notes: try summary() + draft.outcomes.map(texts.rule)
                + (synthetic.isEmpty ? [] : [word(Bilingual.usesSyntheticYears(YearList.text(synthetic)))]))
    }

    /// What is expected, what is asked for and what is not, then which lines move the request away from this year's budget.
    package func summary() throws(AmountError) -> [String] {
        [try texts.totals(draft), try texts.change(draft)].compactMap { $0 }
    }

    private func word(_ phrase: Bilingual) -> String { phrase.text(in: language) }

    private var columns: [ReportColumn] {
        let base = draft.baseYear.number
        var columns = [
            ReportColumn("unit", title: word(.unit), audience: .programs),
            ReportColumn("target_year", title: word(.targetYear), kind: .number, audience: .programs),
            ReportColumn("subject_code", title: word(.subjectCode), kind: .label),
            ReportColumn("subject_name", title: word(.subject)),
            ReportColumn("level", title: word(.level), kind: .label, audience: .programs),
        ]
        columns += draft.historyYears.map { year in
            ReportColumn(
                "actual_\(year.number)", title: word(Bilingual.actualOf(year.number)), kind: .amount, dispensability: 9)
        }
        columns += [
            ReportColumn("this_year", title: word(.year), kind: .number, audience: .programs),
            ReportColumn("this_year_budget", title: word(Bilingual.budgetOf(base)), kind: .amount, dispensability: 4),
            ReportColumn(
                "this_year_adjusted", title: word(Bilingual.adjustedOf(base)), kind: .amount, dispensability: 5),
            ReportColumn("this_year_actual", title: word(Bilingual.actualOf(base)), kind: .amount),
            ReportColumn("execution_rate", title: word(.executionRate), kind: .number, dispensability: 3),
            ReportColumn("forecast", title: word(.expected), kind: .amount),
            ReportColumn(
                "model_forecast", title: word(.modelForecast), kind: .amount,
                audience: draft.hasMovedForecasts ? .everyone : .programs),
            ReportColumn("lower80", title: word(.lower80), kind: .amount, dispensability: 6),
            ReportColumn("upper80", title: word(.upper80), kind: .amount, dispensability: 7),
            ReportColumn("not_requested", title: word(.notRequested), kind: .amount, dispensability: 2),
            ReportColumn("class", title: word(.lineClass), kind: .label, dispensability: 1),
            ReportColumn("evidence", title: word(.evidence), audience: .documents),
            ReportColumn("sentence", title: word(.story), audience: .documents),
            ReportColumn("model", title: word(.model), kind: .label, dispensability: 8),
            ReportColumn("forecast_note", title: word(.note), audience: .programs),
            ReportColumn("flags", title: word(.flags), kind: .label, dispensability: 2),
            ReportColumn("suggested", title: word(.suggested), kind: .amount),
            ReportColumn("adjustment", title: word(.adjustment), kind: .amount, dispensability: 1),
            ReportColumn("final", title: word(.finalBudget), kind: .amount),
            ReportColumn("change_on_budget", title: word(.changeOnBudget), kind: .amount, dispensability: 3),
            ReportColumn("change_rate", title: word(.changeOnThisYear), kind: .number, dispensability: 8),
            ReportColumn("approval", title: word(.approval), kind: .label, audience: .documents),
            ReportColumn("note", title: word(.remark), dispensability: 8),
            ReportColumn("origin", title: word(.origin), kind: .label, audience: .programs),
        ]
        return columns
    }

    private func cells(_ row: DraftRow) throws(AmountError) -> [ReportCell] {
        let base = row.observation(in: draft.baseYear)
        let indent = String(repeating: "  ", count: max(0, row.depth - 1))
        let name = SubjectLabel(language: language).name(of: row.subject)
        var cells: [ReportCell] = [
            .text(draft.unit.name), .integer(draft.year.number), .text(ifStated: row.subject.code),
            .term(code: name, label: indent + name), .text(draft.scheme.name(of: row.subject.level)),
        ]
        cells += draft.historyYears.map { .amount(ifStated: row.observation(in: $0)?.actual) }
        cells += [
            .integer(draft.baseYear.number), .budget(base?.initialBudget ?? .notStated, in: language),
            .amount(ifStated: base?.adjustedBudget), .amount(ifStated: base?.actual),
            .percentage(ifStated: base?.executionRate),
            .amount(ifStated: row.forecast?.forecast), .amount(ifStated: row.forecast?.modelForecast),
            .amount(ifStated: row.forecast?.range80?.lowerBound),
            .amount(ifStated: row.forecast?.range80?.upperBound), .amount(ifStated: row.apart),
            lineClass(row), .text(texts.evidence(row)), .text(texts.story(row)), model(row.forecast),
            note(row.forecast), flags(row.flags),
            .amount(ifStated: row.suggested), .amount(ifStated: row.adjustment), .amount(ifStated: try row.final()),
            .amount(ifStated: row.changeOnBudget(of: draft.baseYear)),
            .percentage(ifStated: row.change(on: draft.baseYear)),
            row.approval.map { .term(code: $0.rawValue, label: word($0.name)) } ?? .empty, .text(ifStated: row.note),
            .origin(row.observations.contains { $0.origin == .synthetic } ? .synthetic : .published, in: language),
        ]
        return cells
    }

    private var texts: DraftLineText { DraftLineText(language: language, amounts: draft.amounts) }

    private func lineClass(_ row: DraftRow) -> ReportCell {
        guard let lineClass = row.classification?.lineClass else { return .empty }
        return .term(
            code: lineClass.rawValue, label: texts.lineClass(row), tone: row.suggested == .zero ? .warning : .plain)
    }

    private func flags(_ kinds: [FlagKind]) -> ReportCell {
        .term(
            code: kinds.map(\.rawValue).joined(separator: ";"), label: FlagLabels(language: language).text(kinds),
            tone: kinds.first.map(ReportQuestion.tone) ?? .plain)
    }

    private func model(_ forecast: ForecastRow?) -> ReportCell {
        guard let forecast else { return .empty }
        return .term(code: forecast.model.rawValue, label: ModelLabel(language: language).text(forecast.model))
    }

    private func note(_ forecast: ForecastRow?) -> ReportCell {
        guard let forecast else { return .empty }
        return .text(ForecastNoteText(language: language, amounts: draft.amounts).text(forecast.notes))
    }
}
