import FinalAccounts
import GRDB

/// Which documents took the place of which, for a body and year.
struct Replacements {
    private let database: Database

    init(_ database: Database) {
        self.database = database
    }

    /// Notes that a document takes the place of others, and no longer the other way round.
    func note(_ earlier: some Sequence<Int64>, by later: Int64, for key: Coverage) throws {
        for document in earlier where document != later {
            try database.execute(
                sql:
                    "DELETE FROM replacement WHERE document_id = ? AND body = ? AND fiscal_year = ? AND by_document_id = ?",
                arguments: [later, key.unit.name, key.fiscalYear.number, document])
            try database.execute(
                sql: "INSERT OR IGNORE INTO replacement VALUES (?, ?, ?, ?)",
                arguments: [document, key.unit.name, key.fiscalYear.number, later])
        }
    }

    /// Every document of a kind that speaks of a body and year, counting or not.
    func documents(of kind: DocumentKind, for key: Coverage) throws -> [StoredDocument] {
        try DocumentQuery(database).documents(
            where: """
                kind = ?3 AND document.id IN (
                    SELECT document_id FROM block
                    WHERE unit_id IN (SELECT id FROM unit WHERE body = ?1) AND fiscal_year = ?2
                    UNION SELECT id FROM document
                    WHERE unit_id IN (SELECT id FROM unit WHERE body = ?1) AND fiscal_year = ?2)
                """, arguments: [key.unit.name, key.fiscalYear.number, kind.rawValue])
    }

    /// The blocks of a body and year of some documents.
    func blocks(of documents: Set<Int64>, for key: Coverage) throws -> [StoredBlock] {
        try BlockQuery(database).blocks(
            where: "block.unit_id IN (SELECT id FROM unit WHERE body = ?) AND block.fiscal_year = ?",
            arguments: [key.unit.name, key.fiscalYear.number]
        ).filter { documents.contains($0.document) }
    }
}
