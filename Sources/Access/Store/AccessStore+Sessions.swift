import GRDB
import Platform

extension AccessStore {
    /// How long a session lasts without being used, and at all, in seconds.
    private static let (idle, whole) = (12 * 3600, 7 * 86_400)

    /// The member of a name and password; `nil` for any other pair. A name that nobody has takes as long as one that is known.
    package func member(named name: String, password: String) throws(AccessError) -> Member? {
        let row = try read { database in
            try Row.fetchOne(
                database, sql: "SELECT * FROM member WHERE folded = ?", arguments: [name.trimmed.lowercased()])
        }
        let kept = (row?["password"] as String?).map(PasswordHash.init(text:))
        let fits = (kept ?? .ofNobody).fits(password)
        guard let row, kept != nil, fits else { return nil }
        let member = Self.member(row)
        return member.isDisabled ? nil : member
    }

    /// Begins a session; one that was there before, known or not, ends.
    package func beginSession(of member: Member, replacing old: String?, at now: Moment) throws(AccessError) -> Secret {
        let secret = Secret()
        try write { database in
            if let old {
                try database.execute(
                    sql: "DELETE FROM session WHERE digest = ?", arguments: [Secret.digest(of: old).description])
            }
            try database.execute(
                sql: "DELETE FROM session WHERE seen_at < ? OR created_at < ?",
                arguments: [now - Self.idle, now - Self.whole])
            try database.execute(
                sql: "INSERT INTO session (digest, member_id, created_at, seen_at) VALUES (?, ?, ?, ?)",
                arguments: [secret.digest.description, member.id, now, now])
        }
        return secret
    }

    /// Who a session is of; `nil` for one that is over or none.
    package func identity(ofSession secret: String, at now: Moment) throws(AccessError) -> Identity? {
        let digest = Secret.digest(of: secret)
        return try known.identity(of: digest, at: now) { () throws(AccessError) in
            try lookedUp(session: secret, digest.description, at: now)
        }
    }

    private func lookedUp(
        session secret: String, _ digest: String, at now: Moment
    ) throws(AccessError) -> Identity? {
        let found = try row(
            """
            SELECT member.*, seen_at FROM session JOIN member ON member.id = member_id
            WHERE digest = ? AND seen_at >= ? AND created_at >= ? AND NOT disabled
            """, [digest, now - Self.idle, now - Self.whole])
        guard let found else { return nil }
        // Noted once a minute: a page is many requests.
        if (found["seen_at"] as Int) < now - 60 {
            try write {
                try $0.execute(sql: "UPDATE session SET seen_at = ? WHERE digest = ?", arguments: [now, digest])
            }
        }
        let member = Self.member(found)
        return Identity(
            member: member, role: member.role, scope: member.scope,
            proof: .session(csrf: Secret.derived(from: secret, for: "forms")))
    }

    /// Ends a session.
    package func endSession(_ secret: String) throws(AccessError) {
        try write {
            try $0.execute(
                sql: "DELETE FROM session WHERE digest = ?", arguments: [Secret.digest(of: secret).description])
        }
    }

    static func end(sessionsOf member: Int64, in database: Database) throws {
        try database.execute(sql: "DELETE FROM session WHERE member_id = ?", arguments: [member])
    }
}
