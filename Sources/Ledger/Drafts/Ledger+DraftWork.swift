import FinalAccounts
import GRDB
import Platform

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension Ledger {
    /// The steps a draft went through, the first first.
    /// - Throws: ``LedgerError``.
    package func draftEvents(of unit: BudgetUnit, for year: FiscalYear) throws(LedgerError) -> [DraftEvent] {
        try read { try DraftWorkQuery($0, of: unit, for: year).events() }
    }

    /// What was said of a draft, the first first.
    /// - Throws: ``LedgerError``.
    package func draftComments(of unit: BudgetUnit, for year: FiscalYear) throws(LedgerError) -> [DraftComment] {
        try read { try DraftWorkQuery($0, of: unit, for: year).comments() }
    }

    /// The rules a draft has to keep; `nil` where none were given.
    /// - Throws: ``LedgerError``.
    package func draftRules(of unit: BudgetUnit, for year: FiscalYear) throws(LedgerError) -> DraftRuleText? {
        try read { try DraftWorkQuery($0, of: unit, for: year).rules() }
    }

    /// The years for which a body has a draft, the latest first.
    /// - Throws: ``LedgerError``.
    package func draftYears(of unit: BudgetUnit) throws(LedgerError) -> [FiscalYear] {
        try read { database in
            try Int.fetchAll(
                database,
                sql: """
                    SELECT DISTINCT fiscal_year FROM draft JOIN unit ON unit.id = unit_id WHERE unit.body = ?
                    ORDER BY fiscal_year DESC
                    """, arguments: [unit.name]
            ).map { FiscalYear($0) }
        }
    }

    /// Takes a draft a step on.
    ///
    /// - Parameter version: the version that whoever decides has before them.
    /// - Throws: ``LedgerError``; `conflict` where there is a later version, the draft stands elsewhere, or somebody would approve
    ///   what they handed in themselves.
    package func moveDraft(
        of unit: BudgetUnit, for year: FiscalYear, _ action: DraftAction, version: Int, who: String, why: String,
        at time: Date
    ) throws(LedgerError) {
        try write { database in
            let latest = try DraftQuery(database).versions(of: unit, for: year).last?.version
            guard latest == version else { throw Self.changedDraft(path, latest: latest) }
            let query = DraftWorkQuery(database, of: unit, for: year)
            let phase = try query.phase()
            guard action.from.contains(phase) else { throw Self.elsewhere(path, phase) }
            let mayStep = try query.events().mayStep(action, by: who)
            guard mayStep else { throw Self.ownDraft(path, who) }
            var interner = Interner(database)
            try database.execute(
                sql: """
                    INSERT INTO draft_event (unit_id, fiscal_year, version, action, who, at, why)
                    VALUES (?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    try interner.id(of: unit), year.number, version, action.rawValue, who, time.ISO8601Format(), why,
                ])
        }
    }

    /// Notes what somebody says of a draft.
    /// - Throws: ``LedgerError``.
    package func commentDraft(
        of unit: BudgetUnit, for year: FiscalYear, version: Int, subject: String?, words: String, who: String,
        at time: Date
    ) throws(LedgerError) {
        try write { database in
            var interner = Interner(database)
            try database.execute(
                sql: """
                    INSERT INTO draft_comment (unit_id, fiscal_year, version, subject, who, at, words)
                    VALUES (?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    try interner.id(of: unit), year.number, version, subject, who, time.ISO8601Format(), words,
                ])
        }
    }

    /// Gives a draft rules to keep.
    /// - Throws: ``LedgerError``; `conflict` where the draft is not worked on.
    package func setDraftRules(
        of unit: BudgetUnit, for year: FiscalYear, _ rules: String, amountUnit: String, scenario: String?, who: String,
        at time: Date
    ) throws(LedgerError) {
        try write { database in
            let phase = try DraftWorkQuery(database, of: unit, for: year).phase()
            guard phase == .open else { throw Self.elsewhere(path, phase) }
            var interner = Interner(database)
            try database.execute(
                sql: """
                    INSERT INTO draft_rules (unit_id, fiscal_year, rules, amount_unit, scenario, who, at)
                    VALUES (?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    try interner.id(of: unit), year.number, rules, amountUnit, scenario, who, time.ISO8601Format(),
                ])
        }
    }

    static func changedDraft(_ path: String, latest: Int?) -> LedgerError {
        LedgerError(
            .conflict, file: path,
            problem: Bilingual(
                "草案已有改动，最近为第 \(latest ?? 0) 版", "the draft was changed meanwhile: its latest version is \(latest ?? 0)"),
            remedy: Bilingual("请查看最近版本后再操作", "look at the latest version and repeat it"))
    }

    static func ownDraft(_ path: String, _ who: String) -> LedgerError {
        LedgerError(
            .conflict, file: path,
            problem: Bilingual("草案由“\(who)”本人提交", "'\(who)' handed the draft in themselves"),
            remedy: Bilingual("请由另一位审批人批准", "have another approver approve it"))
    }

    static func elsewhere(_ path: String, _ phase: DraftPhase) -> LedgerError {
        LedgerError(
            .conflict, file: path,
            problem: Bilingual("草案的状态为“\(phase.name.zhHans)”", "the draft is \(phase.name.en)"),
            remedy: phase == .submitted
                ? Bilingual("请先撤回或退回", "have it withdrawn or returned first")
                : phase == .open
                    ? Bilingual("请先提交", "submit it first") : Bilingual("请先由审批人重新打开", "have an approver reopen it first")
        )
    }
}
