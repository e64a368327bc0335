import Budgeting
import FinalAccounts
import Platform

/// The scenarios of some rules side by side: for every subject what the policy asks for and what each scenario makes of it.
package struct ScenarioTable: Sendable {
    private let draft: BudgetDraft
    private let scenarios: [(name: String, draft: BudgetDraft?, failure: String?)]
    private let language: Language

    /// Solves every scenario; one whose rules conflict has no figures, and the conflict is told.
    ///
    /// - Parameter draft: the draft by policy alone.
    /// - Throws: `AmountError` where a sum does not fit.
    package init(_ draft: BudgetDraft, rules: BudgetRules, language: Language) throws {
        self.draft = draft
        self.language = language
        scenarios = try rules.scenarios.map { scenario in
            do {
                return (scenario.name, try draft.keeping(rules, scenario: scenario.name), nil)
            } catch let error as BudgetRuleError {
                return (scenario.name, nil, error.problem.text(in: language))
            }
        }
    }

    /// The table.
    package func table() throws(AmountError) -> ReportTable {
        var rows: [[ReportCell]] = []
        for index in draft.rows.indices { rows.append(try row(index)) }
        let texts = DraftLineText(language: language, amounts: draft.amounts)
        let notes = scenarios.flatMap { scenario -> [String] in
            let lead = language.words("方案“\(scenario.name)”：", "Scenario “\(scenario.name)”: ")
            if let failure = scenario.failure { return [lead + failure] }
            return scenario.draft?.outcomes.map { lead + texts.rule($0) } ?? []
        }
        return ReportTable(
            name: "scenarios", title: Bilingual.scenariosSheet.text(in: language),
            columns: [
                ReportColumn("subject_code", title: Bilingual.subjectCode.text(in: language), kind: .label),
                ReportColumn("subject_name", title: Bilingual.subject.text(in: language)),
                ReportColumn(
                    "this_year_budget", title: Bilingual.budgetOf(draft.baseYear.number).text(in: language),
                    kind: .amount,
                    dispensability: 2),
                ReportColumn(
                    "forecast", title: Bilingual.expected.text(in: language), kind: .amount, dispensability: 3),
                ReportColumn("policy", title: language.words("按政策", "By policy"), kind: .amount),
            ] + scenarios.map { ReportColumn("scenario_" + $0.name, title: $0.name, kind: .amount) },
            rows: rows, notes: notes)
    }

    private func row(_ index: Int) throws(AmountError) -> [ReportCell] {
        let row = draft.rows[index]
        let name = SubjectLabel(language: language).name(of: row.subject)
        let base = row.observation(in: draft.baseYear)
        var cells: [ReportCell] = [
            .text(ifStated: row.subject.code),
            .term(code: name, label: String(repeating: "  ", count: max(0, row.depth - 1)) + name),
            .budget(base?.initialBudget ?? .notStated, in: language), .amount(ifStated: row.forecast?.forecast),
            .amount(ifStated: try row.final()),
        ]
        for scenario in scenarios { cells.append(.amount(ifStated: try scenario.draft?.rows[index].final())) }
        return cells
    }
}
