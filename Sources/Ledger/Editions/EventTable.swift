import GRDB

/// Writes the events of a ledger.
enum EventTable {
    /// Notes what was done to a document.
    ///
    /// - Returns: the number of the event.
    static func note(
        _ action: LedgerEvent.Action, of document: Int64, who: String, at time: String, why: String, run: Int64?,
        in database: Database
    ) throws -> Int64 {
        try database.cachedStatement(
            sql: "INSERT INTO event (action, document_id, who, at, why, run_id) VALUES (?, ?, ?, ?, ?, ?)"
        ).execute(arguments: [action.rawValue, document, who, time, why, run])
        return database.lastInsertedRowID
    }

    /// When a run began; empty where there is none.
    static func time(of run: Int64?, in database: Database) throws -> String {
        try String.fetchOne(database, sql: "SELECT started_at FROM run WHERE id = ?", arguments: [run]) ?? ""
    }
}
