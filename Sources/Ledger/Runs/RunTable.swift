import GRDB

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Writes run rows.
enum RunTable {
    static func begin(command: String, program: String, at time: Date, in database: Database) throws -> Int64 {
        try database.execute(
            sql: "INSERT INTO run (command, program, started_at) VALUES (?, ?, ?)",
            arguments: [command, program, time.ISO8601Format()])
        return database.lastInsertedRowID
    }

    static func finish(_ run: Int64, outcome: String, at time: Date, in database: Database) throws {
        try database.execute(
            sql: "UPDATE run SET finished_at = ?, outcome = ? WHERE id = ?",
            arguments: [time.ISO8601Format(), outcome, run])
    }
}
