import GRDB
import Platform

extension AccessStore {
    /// What a token begins with.
    package static let tokenMark = "juesuan_"

    /// Makes a token of a member, which may do no more than they may.
    ///
    /// - Parameter days: how long it holds.
    /// - Throws: ``AccessError`` for a name that is none, or a role or scope beyond the member's.
    package func addToken(
        of member: Member, named name: String, role: Role, scope: Scope, days: Int, at now: Moment
    ) throws(AccessError) -> (token: AccessToken, secret: Secret) {
        guard (1...60).contains(name.trimmed.count), role <= member.role, scope.intersection(member.scope) == scope,
            (1...366).contains(days)
        else {
            throw AccessError(
                .invalid,
                Bilingual(
                    "令牌的名称、角色、范围或期限不成立", "a token has a name, holds 1 to 366 days, and may do no more than its owner"),
                Bilingual("请改正", "change what is beyond that"))
        }
        let secret = Secret(Self.tokenMark)
        let id = try write { database in
            try database.execute(
                sql: """
                    INSERT INTO token (digest, member_id, name, role, scope, created_at, expires_at)
                    VALUES (?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    secret.digest.description, member.id, name.trimmed, role.rawValue, Self.text(of: scope), now,
                    now + days * 86_400,
                ])
            return database.lastInsertedRowID
        }
        let token = AccessToken(
            id: id, member: member.id, name: name.trimmed, role: role, scope: scope, createdAt: now,
            expiresAt: now + days * 86_400, revokedAt: nil, usedAt: nil)
        return (token, secret)
    }

    /// The tokens of a member, or of everybody.
    package func tokens(of member: Int64? = nil) throws(AccessError) -> [AccessToken] {
        try read { database in
            try Row.fetchAll(
                database, sql: "SELECT * FROM token WHERE ?1 IS NULL OR member_id = ?1 ORDER BY id", arguments: [member]
            ).map { row in
                AccessToken(
                    id: row["id"], member: row["member_id"], name: row["name"],
                    role: Role(rawValue: row["role"]) ?? .viewer, scope: Self.scope(row["scope"]),
                    createdAt: row["created_at"], expiresAt: row["expires_at"], revokedAt: row["revoked_at"],
                    usedAt: row["used_at"])
            }
        }
    }

    /// Ends a token.
    ///
    /// - Parameter member: whose it has to be; `nil` for anybody's.
    /// - Throws: ``AccessError`` where there is no such token.
    package func revokeToken(_ id: Int64, of member: Int64?, at now: Moment) throws(AccessError) {
        try write { database in
            try database.execute(
                sql:
                    "UPDATE token SET revoked_at = ifnull(revoked_at, ?2) WHERE id = ?1 AND (?3 IS NULL OR member_id = ?3)",
                arguments: [id, now, member])
            guard database.changesCount == 1 else {
                throw AccessError(
                    .unknown, Bilingual("没有第 \(id) 号令牌", "there is no token \(id)"),
                    Bilingual("编号见 /api/v1/tokens", "/api/v1/tokens lists their numbers"))
            }
        }
    }

    /// Who a token is of, with what it and they may do; `nil` for one that is over or none.
    package func identity(ofToken secret: String, at now: Moment) throws(AccessError) -> Identity? {
        let digest = Secret.digest(of: secret)
        return try known.identity(of: digest, at: now) { () throws(AccessError) in
            try lookedUp(token: digest.description, at: now)
        }
    }

    private func lookedUp(token digest: String, at now: Moment) throws(AccessError) -> Identity? {
        let found = try row(
            """
            SELECT member.*, token.id AS token_id, token.role AS token_role, token.scope AS token_scope, used_at
            FROM token JOIN member ON member.id = member_id
            WHERE digest = ? AND revoked_at IS NULL AND expires_at > ? AND NOT disabled
            """, [digest, now])
        guard let found else { return nil }
        let id: Int64 = found["token_id"]
        if (found["used_at"] as Int? ?? 0) < now - 60 {
            try write { try $0.execute(sql: "UPDATE token SET used_at = ? WHERE id = ?", arguments: [now, id]) }
        }
        let member = Self.member(found)
        return Identity(
            member: member, role: min(member.role, Role(rawValue: found["token_role"]) ?? .viewer),
            scope: member.scope.intersection(Self.scope(found["token_scope"])), proof: .token(id))
    }
}
