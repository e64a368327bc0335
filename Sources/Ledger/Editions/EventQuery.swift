import FinalAccounts
import GRDB

/// Reads the events of a ledger.
struct EventQuery {
    private let database: Database

    init(_ database: Database) {
        self.database = database
    }

    /// The events that meet a condition, the latest first.
    func events(where condition: String = "TRUE", arguments: StatementArguments = []) throws -> [LedgerEvent] {
        try Row.fetchAll(
            database,
            sql: """
                SELECT event.id, action, document_id, file_name, who, at, why
                FROM event JOIN document ON document.id = document_id WHERE \(condition) ORDER BY event.id DESC
                """, arguments: arguments
        ).map { row in
            guard let action = LedgerEvent.Action(rawValue: row[1]) else {
                throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "event \(row[0] as Int64) is unreadable")
            }
            return LedgerEvent(
                id: row[0], action: action, document: row[2], fileName: row[3], who: row[4], time: row[5], why: row[6])
        }
    }

    /// One event.
    func event(_ id: Int64, withChanges: Bool) throws -> LedgerEvent? {
        guard var event = try events(where: "event.id = ?", arguments: [id]).first else { return nil }
        if withChanges { event.changes = try changes(by: event) }
        return event
    }

    /// What counts since an event and did not before, amount by amount.
    func changes(by event: LedgerEvent) throws -> [FigureChange] {
        guard let document = try DocumentQuery(database).document(event.document) else { return [] }
        var changes: [FigureChange] = []
        for key in try DocumentQuery(database).coverage(of: document) {
            let before = try lines(of: key, Standing(event: event.id - 1))
            let after = try lines(of: key, Standing(event: event.id))
            changes += FigureChange.changes(from: before, to: after)
        }
        return changes.sorted { left, right in
            (left.unit, left.fiscalYear, left.fund.rawValue, left.subject.key)
                < (right.unit, right.fiscalYear, right.fund.rawValue, right.subject.key)
        }
    }

    private func lines(of key: Coverage, _ standing: Standing) throws -> FactTable {
        let blocks = try BlockQuery(database, standing).currentBlocks(
            of: key.unit, years: key.fiscalYear...key.fiscalYear)
        var reader = try CurrentLines(database)
        var lines: [AccountLine] = []
        try reader.forEachPart(of: blocks) { lines += $0 }
        return try FactTable(document: lines)
    }
}

extension DocumentQuery {
    /// Every body and year a document speaks of.
    func coverage(of document: StoredDocument) throws -> Set<Coverage> {
        var keys = try covered(by: document.id)
        if let unit = document.unit, let year = document.fiscalYear {
            keys.insert(Coverage(unit: unit, fiscalYear: year))
        }
        return keys
    }
}

extension FigureChange {
    /// Every amount of two tables of one body and year that is not the same in both.
    fileprivate static func changes(from before: FactTable, to after: FactTable) -> [FigureChange] {
        var changes: [FigureChange] = []
        for line in before.lines {
            let place = after.place(of: line)
            changes += Self.changes(of: line, from: line, to: place.map { after.lines[$0] })
        }
        for line in after.lines where before.place(of: line) == nil {
            changes += Self.changes(of: line, from: nil, to: line)
        }
        return changes
    }

    private static func changes(of line: AccountLine, from: AccountLine?, to: AccountLine?) -> [FigureChange] {
        AmountField.allCases.compactMap { field in
            let before = from.flatMap { field.amount(of: $0) }
            let after = to.flatMap { field.amount(of: $0) }
            guard before != after else { return nil }
            return FigureChange(
                unit: line.unit, fiscalYear: line.fiscalYear, fund: line.fund, subject: line.subject, field: field,
                before: before, after: after)
        }
    }
}
