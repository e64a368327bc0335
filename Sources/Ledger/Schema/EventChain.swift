import GRDB
import Platform

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The events of a ledger as a chain: the digest of each covers that of the one before, the document with what it was stored
/// as, and everything that counts since or no more.
///
/// So a document that is changed, added, taken away, put elsewhere or set aside by hand is found, by whoever does not work out
/// the chain anew. The number of entries and the last digest stand apart, so that one missing at the end is found as well.
struct EventChain {
    private let database: Database

    init(_ database: Database) {
        self.database = database
    }

    /// An entry as it follows from the rows of the ledger.
    struct Entry {
        let event: Int64
        let document: Int64
        let fileName: String
        let hash: ContentHash
    }

    /// The end of the chain: how many entries there are, and the digest of the last; `nil` before the first.
    func end() throws -> (length: Int, hash: ContentHash)? {
        try Row.fetchOne(database.cachedStatement(sql: "SELECT length, hash FROM chain_end")).flatMap { row in
            guard let length = Int.fromDatabaseValue(row[0]),
                let hash = Data.fromDatabaseValue(row[1]).flatMap({ ContentHash(column: $0) })
            else { return nil }
            return (length, hash)
        }
    }

    /// Adds an event at the end of the transaction that it is about.
    func add(_ event: Int64) throws {
        let end = try end()
        guard let entry = try entry(event, after: end?.hash) else { return }
        try database.cachedStatement(sql: "INSERT INTO chain VALUES (?, ?, ?)").execute(
            arguments: [event, entry.fileName, entry.hash.blob])
        try database.cachedStatement(sql: "INSERT OR REPLACE INTO chain_end VALUES (1, ?, ?)").execute(
            arguments: [(end?.length ?? 0) + 1, entry.hash.blob])
    }

    /// Adds every event of a ledger that has no chain yet.
    func addAll() throws {
        for event in try Int64.fetchAll(database, sql: "SELECT id FROM event ORDER BY id") { try add(event) }
    }

    /// What the entry of an event has to be.
    ///
    /// - Parameter fileName: the document's name at the time; `nil` for the present one.
    /// - Returns: `nil` where the event or its document is not there.
    func entry(_ event: Int64, after previous: ContentHash?, fileName: String? = nil) throws -> Entry? {
        guard
            let row = try Row.fetchOne(
                database.cachedStatement(
                    sql: """
                        SELECT action, document_id, who, at, why, file_name, kind, content_hash, facts_hash
                        FROM event JOIN document ON document.id = document_id WHERE event.id = ?
                        """), arguments: [event]),
            let document = Int64.fromDatabaseValue(row[1]), let name = fileName ?? String.fromDatabaseValue(row[5]),
            let content = Data.fromDatabaseValue(row[7]).flatMap({ ContentHash(column: $0) }),
            let facts = Data.fromDatabaseValue(row[8]).flatMap({ ContentHash(column: $0) })
        else { return nil }
        var encoding = FactsEncoding()
        encoding.add("juesuan chain 1")
        encoding.add(previous != nil)
        if let previous { encoding.add(previous) }
        encoding.add(event)
        encoding.add(document)
        // Of a damaged file a value may be of any kind.
        for column in [0, 2, 3, 4, 6] { encoding.add(String.fromDatabaseValue(row[column])) }
        encoding.add(name)
        encoding.add(content)
        encoding.add(facts)
        for (sql, id) in [(Self.blocks, document), (Self.blocksChanged, event), (Self.documentsChanged, event)] {
            let rows = try Row.fetchAll(database.cachedStatement(sql: sql), arguments: [id])
            encoding.add(Int64(rows.count))
            for row in rows {
                encoding.add(Int64.fromDatabaseValue(row[0]))
                encoding.add(Int64.fromDatabaseValue(row[1]))
            }
        }
        return Entry(event: event, document: document, fileName: name, hash: encoding.finish())
    }

    /// The blocks of the document, and what counts since the event or no more.
    private static let blocks = "SELECT id, fills FROM block WHERE document_id = ? ORDER BY id"
    private static let blocksChanged =
        "SELECT block_id, counts FROM block_standing WHERE event_id = ? ORDER BY block_id"
    private static let documentsChanged =
        "SELECT document_id, counts FROM document_standing WHERE event_id = ? ORDER BY document_id"
}
