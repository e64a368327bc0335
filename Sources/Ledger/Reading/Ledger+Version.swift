import GRDB
import Platform

extension Ledger {
    /// A digest that changes with everything the ledger says: with what counts in it, the drafts it keeps, and what was found in documents.
    ///
    /// It is the end of the chain of events and the numbers of what was last added to drafts and findings, so that it costs a look-up each. Notes on runs, which
    /// change no figure, change nothing of it.
    /// - Throws: ``LedgerError``.
    package func version() throws(LedgerError) -> ContentHash {
        // One statement sees one state by itself; it is asked before every answer of the service and parsed once.
        let parts = try readAtOnce { database in
            try String.fetchAll(
                database.cachedStatement(
                    sql: """
                        SELECT length || ' ' || hex(hash) FROM chain_end
                        UNION ALL SELECT 'draft ' || ifnull(max(id), 0) FROM draft
                        UNION ALL SELECT 'event ' || ifnull(max(id), 0) FROM draft_event
                        UNION ALL SELECT 'comment ' || ifnull(max(id), 0) FROM draft_comment
                        UNION ALL SELECT 'check ' || ifnull(max(id), 0) FROM document_check
                        UNION ALL SELECT 'finding ' || ifnull(max(id), 0) FROM finding_event
                        UNION ALL SELECT 'rules ' || ifnull(max(id), 0) FROM draft_rules
                        """))
        }
        return ContentHash(of: parts.joined(separator: "\n").utf8)
    }
}
