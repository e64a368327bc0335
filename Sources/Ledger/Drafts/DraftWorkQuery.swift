import FinalAccounts
import GRDB

/// Reads what people decided and said of a draft.
struct DraftWorkQuery {
    private let database: Database
    private let arguments: StatementArguments
    private static let ofDraft = "JOIN unit ON unit.id = unit_id WHERE unit.body = ? AND fiscal_year = ?"

    init(_ database: Database, of unit: BudgetUnit, for year: FiscalYear) {
        self.database = database
        arguments = [unit.name, year.number]
    }

    func events() throws -> [DraftEvent] {
        try rows("SELECT draft_event.id, version, action, who, at, why FROM draft_event", "ORDER BY draft_event.id")
            .compactMap { row in
                DraftAction(rawValue: row[2]).map {
                    DraftEvent(id: row[0], version: row[1], action: $0, who: row[3], time: row[4], why: row[5])
                }
            }
    }

    func phase() throws -> DraftPhase { try events().last?.action.to ?? .open }

    func comments() throws -> [DraftComment] {
        try rows(
            "SELECT draft_comment.id, version, subject, who, at, words FROM draft_comment", "ORDER BY draft_comment.id"
        ).map { DraftComment(id: $0[0], version: $0[1], subject: $0[2], who: $0[3], time: $0[4], words: $0[5]) }
    }

    func rules() throws -> DraftRuleText? {
        try rows(
            "SELECT rules, amount_unit, scenario, who, at FROM draft_rules", "ORDER BY draft_rules.id DESC LIMIT 1"
        ).first.map { DraftRuleText(rules: $0[0], amountUnit: $0[1], scenario: $0[2], who: $0[3], time: $0[4]) }
    }

    private func rows(_ select: String, _ order: String) throws -> [Row] {
        try Row.fetchAll(database, sql: "\(select) \(Self.ofDraft) \(order)", arguments: arguments)
    }
}
