import GRDB
import Platform

/// One thing that was done, by whom and how.
package struct AuditEntry: Hashable, Sendable, Identifiable {
    package let id: Int64
    /// When, ISO 8601 in UTC.
    package let time: String
    package let who: String
    /// What: `login`, `member.add`, `document.remove`.
    package let action: String
    /// Of what.
    package let subject: String
    /// The number of the request, and where it came from.
    package let request: String
    package let peer: String
    /// Covers the entry and the one before.
    package let hash: String

    fileprivate static func hash(after previous: String, _ fields: [String]) -> String {
        // Each field with its length before it, so that no two lists of fields are one text.
        let text = ([previous] + fields).map { "\($0.utf8.count):\($0)" }.joined()
        return ContentHash(of: text.utf8).description
    }
}

extension AccessStore {
    /// Adds an entry.
    package func note(
        _ action: String, of subject: String, by who: String, request: String, peer: String, at time: String
    ) throws(AccessError) {
        try write { database in
            let previous = try String.fetchOne(database, sql: "SELECT hash FROM audit ORDER BY id DESC LIMIT 1") ?? ""
            let fields = [time, who, action, subject, request, peer].map(VisibleText.singleLine)
            try database.execute(
                sql: "INSERT INTO audit (at, who, action, subject, request, peer, hash) VALUES (?, ?, ?, ?, ?, ?, ?)",
                arguments: StatementArguments(fields + [AuditEntry.hash(after: previous, fields)]))
        }
    }

    /// The entries, the latest first.
    package func audit(limit: Int = .max) throws(AccessError) -> [AuditEntry] {
        try read { database in
            try Row.fetchAll(
                database, sql: "SELECT * FROM audit ORDER BY id DESC LIMIT ?", arguments: [Int64(clamping: limit)]
            ).map { row in
                AuditEntry(
                    id: row["id"], time: row["at"], who: row["who"], action: row["action"], subject: row["subject"],
                    request: row["request"], peer: row["peer"], hash: row["hash"])
            }
        }
    }

    /// The first entry that is not what was written, or whose predecessor is gone; `nil` where all are as they were.
    package func firstBrokenAuditEntry() throws(AccessError) -> Int64? {
        var (previous, number) = ("", Int64(0))
        for entry in try audit().reversed() {
            number += 1
            let fields = [entry.time, entry.who, entry.action, entry.subject, entry.request, entry.peer]
            guard entry.id == number, entry.hash == AuditEntry.hash(after: previous, fields) else { return entry.id }
            previous = entry.hash
        }
        return nil
    }
}
