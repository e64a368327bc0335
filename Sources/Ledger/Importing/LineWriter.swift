import FinalAccounts
import GRDB

/// Writes the line rows of one document.
struct LineWriter {
    private let statement: RawStatement
    private var nextID: Int64

    init(_ database: Database) throws {
        statement = try RawStatement(
            database,
            sql: """
                INSERT INTO account_line (id, block_id, subject_id, \(LineRow.columns))
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
        nextID = try Int64.fetchOne(database, sql: "SELECT ifnull(max(id), 0) + 1 FROM account_line") ?? 1
    }

    /// The id the next line gets.
    var upcomingID: Int64 { nextID }

    mutating func write(_ row: LineRow, block: Int64, subject: Int64) throws {
        statement.bind(nextID, at: 1)
        statement.bind(block, at: 2)
        statement.bind(subject, at: 3)
        statement.bind(Int64(row.unbudgeted ? 1 : 0), at: 4)
        statement.bind(row.initialBudget, at: 5)
        statement.bind(row.adjustedBudget, at: 6)
        statement.bind(row.actual, at: 7)
        statement.bind(row.basic, at: 8)
        statement.bind(row.project, at: 9)
        statement.bind(row.page, at: 11)
        try row.reason.withBytes { reason in
            try row.quote.withBytes { quote in
                statement.bind(reason, at: 10)
                statement.bind(quote, at: 12)
                _ = try statement.step()
                statement.reset()
            }
        }
        nextID += 1
    }
}
