import FinalAccounts
import OfficialForm
import Platform
import Variance

/// The workbook of a budget draft: the sheet to work in, assumptions, anomalies, method, sources.
///
/// Sums, rates and the grand total are formulas; the adjustment and remark columns are for a person to fill in.
/// ``EditedDraft`` reads the workbook back.
package struct DraftWorkbook: Sendable {
    /// The draft.
    package let draft: BudgetDraft
    /// The language of headings.
    package let language: Language
    /// What does not fit in the latest accounts.
    package var anomalies: [Anomaly] = []
    /// Tables on how far off forecasts have been.
    package var accuracy: [ReportTable] = []
    /// The documents the figures come from.
    package var sources: [ReportSource] = []
    /// The stored version the workbook is made from; `nil` for a fresh draft.
    package var stamp: DraftStamp?
    /// What was stated of this year beside its lines, for the tables of the form.
    package var stated: [StatedFigure] = []
    /// The scenarios of the rules side by side; `nil` without scenarios.
    package var scenarios: ReportTable?

    /// Prepares a workbook; the other sheets' content is set on the value.
    package init(_ draft: BudgetDraft, language: Language) {
        self.draft = draft
        self.language = language
    }

    /// The workbook of another state of its draft.
    package func with(_ draft: BudgetDraft, stamp: DraftStamp) -> DraftWorkbook {
        var other = DraftWorkbook(draft, language: language)
        (other.anomalies, other.accuracy, other.sources) = (anomalies, accuracy, sources)
        (other.stated, other.scenarios, other.stamp) = (stated, scenarios, stamp)
        return other
    }

    /// Writes the workbook, whole or not at all.
    ///
    /// - Throws: ``OutputError`` when it cannot be written, ``AmountError`` where a sum does not fit.
    package func write(to path: String) throws {
        try SpreadsheetFile.write(try spreadsheet(), to: path)
    }

    func spreadsheet() throws -> Spreadsheet {
        let live = try draft.live()
        let ruled = live.map { [RuleSheet(draft: draft, live: $0, language: language).sheet()] } ?? []
        let compared = scenarios.map { [tables.sheet(named: word(.scenariosSheet), [$0])] } ?? []
        var sheets = [try DraftSheet(draft: draft, live: live, language: language).sheet()]
        sheets += ruled + compared
        sheets += FormSheets(draft: draft, language: language, stated: stated).sheets()
        sheets += [assumptions, anomalySheet, method, sourceSheet, DraftMarks(draft: draft).sheet]
        return Spreadsheet(
            title: word(Bilingual.draftTitle(unit: draft.unit.name, year: draft.year.number)), year: draft.year.number,
            sheets: sheets)
    }

    private func word(_ phrase: Bilingual) -> String { phrase.text(in: language) }

    private var tables: TableSheet {
        TableSheet(renderer: TableRenderer(language: language, amounts: draft.amounts))
    }

    private var assumptions: Spreadsheet.Sheet {
        var sheet = tables.sheet(named: word(.assumptionsSheet), [assumptionTable])
        sheet.isFiltered = false
        sheet.widths = [26, 90]
        return sheet
    }

    private var assumptionTable: ReportTable {
        var facts: [(String, String)] = [
            (word(.unit), draft.unit.name), (word(.targetYear), draft.year.description),
            (word(.thisYear), draft.baseYear.description),
            (word(.yearsShown), YearList.text(draft.historyYears + [draft.baseYear])),
            (word(.amountUnit), draft.amounts.unitName(in: language)), (word(.suggested), word(.suggestionRule)),
            (word(.adjustment), word(.adjustmentRule)), (word(.finalBudget), word(.finalRule)),
            (word(.newRows), word(.newRowsRule)), (word(.range80), word(.outsideRange)),
        ]
        if let summary = try? DraftTable(draft, language: language).summary() {
            facts.insert((word(.bothTotals), summary.joined(separator: "\n")), at: 0)
        }
        if let scenario = draft.scenario { facts.append((word(.scenario), scenario)) }
        for outcome in draft.outcomes {
            facts.append((word(.rulesKept), DraftLineText(language: language, amounts: draft.amounts).rule(outcome)))
        }
        if draft.hasMovedForecasts { facts.append((word(.modelForecast), word(.modelForecastRule))) }
        if !draft.syntheticYears.isEmpty {
            facts.append((word(.synthetic), word(Bilingual.usesSyntheticYears(YearList.text(draft.syntheticYears)))))
        }
        if let stamp {
            facts.append(
                (
                    word(.version),
                    "\(stamp.version) · \(stamp.author) · \(LocalTime.text(of: stamp.createdAt)) · \(stamp.reason)"
                ))
        }
        return ReportTable(
            name: "assumptions", title: word(.assumptionsSheet),
            columns: [ReportColumn("item", title: word(.item)), ReportColumn("value", title: word(.value))],
            rows: facts.filter { !$0.1.isEmpty }.map { [.text($0.0), .text($0.1)] })
    }

    private var anomalySheet: Spreadsheet.Sheet {
        let table = AnomalyTable(
            anomalies.filter { $0.unit == draft.unit }, scheme: draft.scheme, language: language,
            amounts: draft.amounts)
        return tables.sheet(named: word(.anomaliesSheet), [table.table])
    }

    private var method: Spreadsheet.Sheet {
        let models = Dictionary(grouping: draft.rows.compactMap(\.forecast), by: \.model).mapValues(\.count)
        let label = ModelLabel(language: language)
        let table = ReportTable(
            name: "models", title: word(.modelsUsed),
            columns: [
                ReportColumn("model", title: word(.model)),
                ReportColumn("subjects", title: word(.subjectsWithModel), kind: .number),
            ],
            rows: models.sorted { ($1.value, $0.key.rawValue) < ($0.value, $1.key.rawValue) }.map { model, count in
                [.text(label.text(model)), .integer(count)]
            })
        var sheet = tables.sheet(named: word(.methodSheet), [table] + accuracy, introduction: [word(.methodText)])
        if sheet.widths.isEmpty { sheet.widths = [40] } else { sheet.widths[0] = max(40, sheet.widths[0]) }
        return sheet
    }

    private var sourceSheet: Spreadsheet.Sheet {
        tables.sheet(
            named: word(.sourcesSheet), [ReportSourceTable(sources: sources, language: language).table])
    }
}
