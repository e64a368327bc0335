import GRDB
import Platform

extension Ledger {
    /// A digest that changes with everything the ledger says: with what counts in it and with the drafts it keeps.
    ///
    /// It is the end of the chain of events and the number of the last draft, so that it costs two look-ups. Notes on runs, which
    /// change no figure, change nothing of it.
    /// - Throws: ``LedgerError``.
    package func version() throws(LedgerError) -> ContentHash {
        let parts = try read { database in
            try String.fetchAll(
                database,
                sql: """
                    SELECT length || ' ' || hex(hash) FROM chain_end
                    UNION ALL SELECT 'draft ' || ifnull(max(id), 0) FROM draft
                    """)
        }
        return ContentHash(of: parts.joined(separator: "\n").utf8)
    }
}
