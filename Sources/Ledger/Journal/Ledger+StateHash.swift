import FinalAccounts
import GRDB

extension Ledger {
    /// A digest of everything that counts for a unit: it changes when a document of the unit is imported, replaced or
    /// reinstated, and only then.
    ///
    /// It covers, for every document that counts and speaks of the unit, the digest of its facts, in ascending order.
    /// - Throws: ``LedgerError``.
    public func stateHash(of unit: BudgetUnit) throws(LedgerError) -> ContentHash {
        try read { database in
            let rows = try Row.fetchAll(
                database,
                sql: """
                    SELECT file_name, facts_hash FROM document
                    WHERE superseded_by IS NULL AND id IN (
                        SELECT document_id FROM block WHERE unit_id = (SELECT id FROM unit WHERE name = ?1)
                        UNION SELECT id FROM document WHERE unit_id = (SELECT id FROM unit WHERE name = ?1))
                    ORDER BY file_name, facts_hash
                    """, arguments: [unit.name])
            var encoding = FactsEncoding()
            encoding.add("juesuan state 1")
            for row in rows {
                encoding.add(row["file_name"] as String)
                if let hash = ContentHash(column: row["facts_hash"]) { encoding.add(hash) }
            }
            return encoding.finish()
        }
    }
}
