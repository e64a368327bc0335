import FinalAccounts
import GRDB

/// Reads document rows.
struct DocumentQuery {
    private let database: Database

    init(_ database: Database) {
        self.database = database
    }

    /// The documents that meet a condition, in order of import.
    func documents(where condition: String = "TRUE", arguments: StatementArguments = []) throws -> [StoredDocument] {
        let rows = try Row.fetchAll(
            database,
            sql: """
                SELECT document.id, file_name, unit.name AS unit, fiscal_year, origin, content_hash, facts_hash,
                       run_id, superseded_by
                FROM document LEFT JOIN unit ON unit.id = document.unit_id
                WHERE \(condition) ORDER BY document.id
                """, arguments: arguments)
        return try rows.map(Self.document)
    }

    /// The document of a row id.
    func document(_ id: Int64) throws -> StoredDocument? {
        try documents(where: "document.id = ?", arguments: [id]).first
    }

    private static func document(_ row: Row) throws -> StoredDocument {
        guard let content = ContentHash(column: row["content_hash"]),
            let facts = ContentHash(column: row["facts_hash"]),
            let origin = Origin(rawValue: row["origin"])
        else {
            throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "document \(row["id"] as Int64) is unreadable")
        }
        return StoredDocument(
            id: row["id"], fileName: row["file_name"], unit: (row["unit"] as String?).map { BudgetUnit($0) },
            fiscalYear: (row["fiscal_year"] as Int?).map { FiscalYear($0) }, origin: origin,
            contentHash: content, factsHash: facts, run: row["run_id"], supersededBy: row["superseded_by"])
    }
}
