import FinalAccounts
import GRDB
import Platform

extension Ledger {
    /// A digest of everything that counts for a unit: it changes when a document of the unit is imported, replaced or
    /// reinstated, and only then.
    ///
    /// It covers, for every document that counts and speaks of the unit, its name and the digests of its bytes and of
    /// its facts: what is said of a document, such as its findings, depends on more than the facts.
    /// - Throws: ``LedgerError``.
    package func stateHash(of unit: BudgetUnit) throws(LedgerError) -> ContentHash {
        try read { database in
            let rows = try Row.fetchAll(
                database,
                sql: """
                    SELECT file_name, content_hash, facts_hash,
                           ifnull((SELECT group_concat(part) FROM (
                                SELECT block.fiscal_year || block.fund AS part
                                FROM block JOIN unit ON unit.id = block.unit_id
                                WHERE block.document_id = document.id AND unit.body = ?1 AND block.counts
                                ORDER BY part)), '') AS parts
                    FROM document
                    WHERE counts AND id IN (
                        SELECT document_id FROM block WHERE unit_id IN (SELECT id FROM unit WHERE body = ?1)
                        UNION SELECT id FROM document WHERE unit_id IN (SELECT id FROM unit WHERE body = ?1))
                    ORDER BY file_name, content_hash, facts_hash
                    """, arguments: [unit.name])
            var encoding = FactsEncoding()
            encoding.add("juesuan state 3")
            for row in rows {
                encoding.add(row["file_name"] as String)
                encoding.add(row["parts"] as String)
                for column in ["content_hash", "facts_hash"] {
                    if let hash = ContentHash(column: row[column]) { encoding.add(hash) }
                }
            }
            return encoding.finish()
        }
    }
}
