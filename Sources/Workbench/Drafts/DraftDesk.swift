import Budgeting
import FinalAccounts
import Foundation
import Ledger
import Platform
import Reporting

/// One body's draft for a year as people work on it together: begun from what is suggested, changed cell by cell, handed in,
/// approved, locked. Its sheets are those of `juesuan draft`, its versions those of `juesuan draft --apply`.
package struct DraftDesk: Sendable {
    package let unit: BudgetUnit
    package let year: FiscalYear
    let ledger: String
    private let source: LineSource
    private let forecast: SpendingForecast
    /// The program and its version, which what is suggested is by.
    let program: String

    /// - Parameters:
    ///   - source: the lines of the body in the ledger.
    ///   - forecast: how the year is forecast.
    package init(
        of unit: BudgetUnit, for year: FiscalYear, ledger: String, source: LineSource, forecast: SpendingForecast,
        program: String
    ) {
        (self.unit, self.year, self.ledger, self.source, self.program) = (unit, year, ledger, source, program)
        self.forecast = forecast
    }

    /// The classification, for lines that are added; `nil` where it is not installed.
    var subjects: SubjectCatalog? { forecast.context.subjects }

    /// The stored versions.
    package func drafts() throws -> StoredDrafts {
        StoredDrafts(ledger: try Ledger.open(at: ledger, readOnly: true), unit: unit, year: year)
    }

    /// A draft laid out: all of its rows, and how its rules stand.
    package struct Sheet: Sendable {
        /// The workbook, as `juesuan draft` writes it.
        package let workbook: DraftWorkbook
        /// The version whose decisions it has; `nil` for what is suggested.
        package let version: DraftVersion?
        /// Decisions for which there is no row.
        package let unknown: [DraftEntry]
        package let verdicts: [RuleVerdict]
        /// Why the rules cannot be kept; `nil` where they can.
        package let ruleProblem: Bilingual?

        /// What was decided, line by line.
        package var entries: [DraftEntry] { workbook.draft.entries + unknown }
    }

    /// The draft by a stored version, or what is suggested.
    ///
    /// - Parameter version: `nil` for the latest, 0 for what is suggested.
    /// - Throws: ``WorkbenchError`` where there is no such version or the year cannot be drafted.
    package func sheet(_ version: Int? = nil) throws -> Sheet {
        let drafts = try drafts()
        let given = try rules()
        let chosen = try version.map { $0 == 0 ? nil : try drafts.version($0) } ?? drafts.versions().last
        let wanted: DraftVersion? = version == 0 ? nil : chosen
        let basis = try basis()
        do {
            return try sheet(basis, of: wanted, drafts, drafting(try given?.read() ?? BudgetRules(), given?.scenario))
        } catch let error as BudgetRuleError {
            return try sheet(basis, of: wanted, drafts, drafting(BudgetRules(), nil), ruleProblem: error.problem)
        }
    }

    private func sheet(
        _ basis: Drafting.Basis, of version: DraftVersion?, _ drafts: StoredDrafts, _ drafting: Drafting,
        ruleProblem: Bilingual? = nil
    ) throws -> Sheet {
        let fresh = try drafting.workbook(from: basis, stated: drafting.stated(for: basis, in: source)).workbook
        guard let version else {
            return Sheet(
                workbook: fresh, version: nil, unknown: [], verdicts: try fresh.draft.verdicts(on: fresh.draft),
                ruleProblem: ruleProblem)
        }
        let (workbook, unknown) = try drafting.applying(version.version, of: drafts, to: fresh)
        return Sheet(
            workbook: workbook, version: version, unknown: unknown,
            verdicts: try fresh.draft.verdicts(on: workbook.draft), ruleProblem: ruleProblem)
    }

    private func basis() throws -> Drafting.Basis { try drafting(BudgetRules(), nil).basis(in: source.read()) }

    private func drafting(_ rules: BudgetRules, _ scenario: String?) -> Drafting {
        Drafting(forecast, rules: rules, scenario: scenario)
    }

    // MARK: Beginning

    /// Stores what is suggested as the first version, with the rules it keeps.
    ///
    /// - Parameter rules: the rules and who gives them; `nil` for none.
    /// - Throws: `LedgerError` of reason `conflict` where there is a draft already; `ReadError`, `BudgetRuleError` for rules that
    ///   cannot be read or kept.
    package func begin(with rules: RuleFile? = nil, by who: String, at time: Date) throws -> DraftVersion {
        let drafting = drafting(try rules?.read() ?? BudgetRules(), rules?.scenario)
        let basis = try basis()
        let suggested = try drafting.workbook(from: basis).workbook.draft.entries.filter { $0.suggested != nil }
        let store = try Ledger.open(at: ledger)
        let version = try StoredDrafts(ledger: store, unit: unit, year: year).store(
            suggested.map { DraftEntry(subject: $0.subject, suggested: $0.suggested) }, expecting: 0, author: program,
            reason: rules?.scenario.map { "\(DraftStamp.suggested)（方案：\($0)）" } ?? DraftStamp.suggested, at: time)
        if let rules { try keep(rules, in: store, by: who, at: time) }
        return version
    }

    // MARK: Rules

    /// Rules as a person gives them.
    package struct RuleFile: Hashable, Sendable {
        /// The text of a file of rules.
        package var text: String
        /// The unit of amounts in it.
        package var unit: AmountUnit
        /// The scenario that is drafted by.
        package var scenario: String?

        package init(text: String, unit: AmountUnit = .wan, scenario: String? = nil) {
            self.text = text
            self.unit = unit
            self.scenario = scenario
        }

        /// The rules.
        ///
        /// - Throws: `ReadError` with the line; `BudgetRuleError` where there is no such scenario.
        func read() throws -> BudgetRules {
            let rules = try BudgetRules(yaml: text, file: "rules.yaml", unit: unit)
            if let scenario { _ = try rules.scenario(scenario) }
            return rules
        }
    }

    /// The rules the draft has to keep; `nil` where none were given.
    package func rules() throws -> RuleFile? {
        try Ledger.open(at: ledger, readOnly: true).draftRules(of: unit, for: year).flatMap { kept in
            kept.rules.trimmed.isEmpty
                ? nil
                : RuleFile(
                    text: kept.rules, unit: AmountUnit(rawValue: kept.amountUnit) ?? .wan, scenario: kept.scenario)
        }
    }

    /// Gives the draft other rules; what was asked for stays as it is, and is held against them.
    ///
    /// - Throws: as ``begin(with:by:at:)`` does.
    package func change(_ rules: RuleFile, by who: String, at time: Date) throws {
        let drafting = drafting(try rules.read(), rules.scenario)
        _ = try drafting.workbook(from: try basis())
        try keep(rules, in: try Ledger.open(at: ledger), by: who, at: time)
    }

    private func keep(_ rules: RuleFile, in store: Ledger, by who: String, at time: Date) throws {
        try store.setDraftRules(
            of: unit, for: year, rules.text, amountUnit: rules.unit.rawValue, scenario: rules.scenario, who: who,
            at: time)
    }
}
