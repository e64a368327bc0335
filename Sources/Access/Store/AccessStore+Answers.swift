import Foundation
import GRDB

/// The answer to a write, kept for who sends it again.
package struct KeptAnswer: Hashable, Sendable {
    /// The digest of what was asked.
    package let request: String
    package let status: Int
    /// The lines at its head.
    package let headers: [String: String]
    package let body: [UInt8]

    package init(request: String, status: Int, headers: [String: String], body: [UInt8]) {
        (self.request, self.status, self.headers, self.body) = (request, status, headers, body)
    }
}

extension AccessStore {
    /// So long an answer is kept, in seconds.
    private static let memory = 86_400

    /// The answer that a member got under a key within a day; `nil` where there is none.
    package func answer(under key: String, of member: Int64, at now: Moment) throws(AccessError) -> KeptAnswer? {
        try read { database in
            try Row.fetchOne(
                database,
                sql: "SELECT request, status, headers, body FROM answer WHERE member_id = ? AND key = ? AND at > ?",
                arguments: [member, key, now - Self.memory]
            ).map { row in
                let headers = try JSONDecoder().decode(
                    [String: String].self, from: Data((row["headers"] as String).utf8))
                return KeptAnswer(
                    request: row["request"], status: row["status"], headers: headers, body: Array(row["body"] as Data))
            }
        }
    }

    /// Keeps the answer that a member got under a key, and forgets those of the day before.
    package func keep(
        _ answer: KeptAnswer, under key: String, of member: Int64, at now: Moment
    ) throws(AccessError) {
        try write { database in
            try database.execute(sql: "DELETE FROM answer WHERE at <= ?", arguments: [now - Self.memory])
            let headers = String(decoding: try JSONEncoder().encode(answer.headers), as: UTF8.self)
            try database.execute(
                sql: "INSERT OR REPLACE INTO answer VALUES (?, ?, ?, ?, ?, ?, ?)",
                arguments: [member, key, answer.request, answer.status, headers, Data(answer.body), now])
        }
    }
}
