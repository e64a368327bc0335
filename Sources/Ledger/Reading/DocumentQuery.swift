import FinalAccounts
import GRDB
import Platform

/// Reads document rows.
struct DocumentQuery {
    private let database: Database
    private let standing: Standing

    init(_ database: Database, _ standing: Standing = .now) {
        self.database = database
        self.standing = standing
    }

    /// The documents that count.
    func current() throws -> [StoredDocument] {
        try documents(where: standing.documents)
    }

    /// The documents that count and speak of a body.
    func current(of unit: BudgetUnit) throws -> [StoredDocument] {
        try documents(
            where: """
                \(standing.documents) AND document.id IN (
                    SELECT document_id FROM block WHERE unit_id IN (SELECT id FROM unit WHERE body = ?1)
                    UNION SELECT id FROM document WHERE unit_id IN (SELECT id FROM unit WHERE body = ?1))
                """, arguments: [unit.name])
    }

    /// The documents that meet a condition, in order of import.
    func documents(where condition: String = "TRUE", arguments: StatementArguments = []) throws -> [StoredDocument] {
        let rows = try Row.fetchAll(
            database,
            sql: """
                SELECT document.id, file_name, unit.body AS unit, unit.name AS given, fiscal_year, origin, content_hash,
                       facts_hash, run_id, superseded_by, kind, removed, \(standing.documents) AS counts
                FROM document LEFT JOIN unit ON unit.id = document.unit_id
                WHERE \(condition) ORDER BY document.id
                """, arguments: arguments)
        return try rows.map(Self.document)
    }

    /// The document of a row id.
    func document(_ id: Int64) throws -> StoredDocument? {
        try documents(where: "document.id = ?", arguments: [id]).first
    }

    /// The bodies and years of a document's lines.
    func covered(by document: Int64) throws -> Set<Coverage> {
        let rows = try Row.fetchAll(
            database,
            sql: """
                SELECT DISTINCT unit.body, block.fiscal_year FROM block JOIN unit ON unit.id = block.unit_id
                WHERE block.document_id = ?
                """, arguments: [document])
        return Set(rows.map { Coverage(unit: BudgetUnit($0[0]), fiscalYear: FiscalYear($0[1])) })
    }

    private static func document(_ row: Row) throws -> StoredDocument {
        guard let content = ContentHash(column: row["content_hash"]),
            let facts = ContentHash(column: row["facts_hash"]),
            let origin = Origin(rawValue: row["origin"]), let kind = DocumentKind(rawValue: row["kind"])
        else {
            throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "document \(row["id"] as Int64) is unreadable")
        }
        return StoredDocument(
            id: row["id"], fileName: row["file_name"], unit: (row["unit"] as String?).map { BudgetUnit($0) },
            givenName: row["given"], kind: kind, fiscalYear: (row["fiscal_year"] as Int?).map { FiscalYear($0) },
            origin: origin,
            contentHash: content, factsHash: facts, run: row["run_id"],
            supersededBy: row["superseded_by"], isRemoved: row["removed"], isCurrent: row["counts"])
    }
}
