import FinalAccounts
import GRDB

/// Works out anew what counts for some bodies and years, and notes what has changed.
struct StandingUpdate {
    private let database: Database
    private let event: Int64

    init(_ database: Database, event: Int64) {
        self.database = database
        self.event = event
    }

    /// Brings the standing of every document of these bodies and years up to date.
    func run(_ coverage: Set<Coverage>) throws {
        for key in coverage {
            try update(blocksOf: key)
            try update(documentsOf: key)
        }
    }

    private static let isReplaced = """
        EXISTS (SELECT 1 FROM replacement JOIN document later ON later.id = by_document_id AND NOT later.removed
                WHERE replacement.document_id = document.id AND replacement.body = ?1
                    AND replacement.fiscal_year = ?2)
        """

    private func update(blocksOf key: Coverage) throws {
        let blocks = try Row.fetchAll(
            database.cachedStatement(
                sql: """
                    SELECT block.id, block.counts, NOT document.removed AND NOT \(Self.isReplaced)
                    FROM block JOIN document ON document.id = block.document_id
                    WHERE block.unit_id IN (SELECT id FROM unit WHERE body = ?1) AND block.fiscal_year = ?2
                    """), arguments: [key.unit.name, key.fiscalYear.number])
        for row in blocks where row[1] as Bool != row[2] as Bool {
            try database.execute(
                sql: """
                    UPDATE block SET counts = ?2 WHERE id = ?1;
                    """, arguments: [row[0] as Int64, row[2] as Bool])
            try database.execute(
                sql: "INSERT OR REPLACE INTO block_standing VALUES (?, ?, ?)",
                arguments: [row[0] as Int64, event, row[2] as Bool])
        }
    }

    /// A document of one body and year counts as its own key does; one of many as long as any of its blocks does.
    private func update(documentsOf key: Coverage) throws {
        let documents = try Row.fetchAll(
            database.cachedStatement(
                sql: """
                    SELECT document.id, document.counts,
                           NOT document.removed AND CASE
                               WHEN document.unit_id IS NOT NULL AND document.fiscal_year IS NOT NULL
                               THEN NOT \(Self.isReplaced) OR EXISTS (
                                   SELECT 1 FROM block WHERE block.document_id = document.id AND block.counts)
                               ELSE EXISTS (SELECT 1 FROM block WHERE block.document_id = document.id AND block.counts)
                           END,
                           document.superseded_by,
                           (SELECT max(by_document_id) FROM replacement
                            JOIN document later ON later.id = by_document_id AND NOT later.removed
                            WHERE replacement.document_id = document.id)
                    FROM document
                    WHERE document.id IN (
                        SELECT document_id FROM block
                        WHERE unit_id IN (SELECT id FROM unit WHERE body = ?1) AND fiscal_year = ?2
                        UNION SELECT id FROM document
                        WHERE unit_id IN (SELECT id FROM unit WHERE body = ?1) AND fiscal_year = ?2)
                    """), arguments: [key.unit.name, key.fiscalYear.number])
        for row in documents {
            let counts: Bool = row[2]
            let successor: Int64? = counts ? nil : row[4]
            if counts != row[1] as Bool || successor != row[3] as Int64? {
                try database.execute(
                    sql: "UPDATE document SET counts = ?2, superseded_by = ?3 WHERE id = ?1",
                    arguments: [row[0] as Int64, counts, successor])
            }
            guard counts != row[1] as Bool else { continue }
            try database.execute(
                sql: "INSERT OR REPLACE INTO document_standing VALUES (?, ?, ?)",
                arguments: [row[0] as Int64, event, counts])
        }
    }
}
