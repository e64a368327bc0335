import GRDB
import Platform

extension AccessStore {
    /// Everybody, in order of name.
    package func members() throws(AccessError) -> [Member] {
        try read { database in
            try Row.fetchAll(database, sql: "SELECT * FROM member ORDER BY name").map(Self.member)
        }
    }

    /// A member by number; `nil` where there is none.
    package func member(_ id: Int64) throws(AccessError) -> Member? {
        try read { try Self.member(id, in: $0) }
    }

    static func member(_ id: Int64, in database: Database) throws -> Member? {
        try Row.fetchOne(database, sql: "SELECT * FROM member WHERE id = ?", arguments: [id]).map(Self.member)
    }

    static func member(_ row: Row) -> Member {
        Member(
            id: row["id"], name: row["name"], role: Role(rawValue: row["role"]) ?? .viewer, scope: scope(row["scope"]),
            hasPassword: (row["password"] as String?) != nil, isDisabled: row["disabled"])
    }

    /// A scope as it is kept. What cannot be read holds no body.
    static func scope(_ text: String?) -> Scope {
        guard let text else { return .all }
        return .bodies(Set(text.split(separator: "\u{1F}").map(String.init)))
    }

    static func text(of scope: Scope) -> String? { scope.names.map { $0.joined(separator: "\u{1F}") } }

    /// Adds somebody without a password, who chooses one by an invitation.
    ///
    /// - Throws: ``AccessError`` for a name that is taken or none.
    package func add(_ name: String, role: Role, scope: Scope) throws(AccessError) -> Member {
        let name = try Self.checked(name)
        return try write { database in
            guard
                try Row.fetchOne(
                    database, sql: "SELECT 1 FROM member WHERE folded = ?", arguments: [name.lowercased()]) == nil
            else {
                throw AccessError(
                    .taken, Bilingual("已有名为“\(name)”的用户", "there is a member '\(name)' already"),
                    Bilingual("请另取名称", "choose another name"))
            }
            try database.execute(
                sql: "INSERT INTO member (name, folded, role, scope) VALUES (?, ?, ?, ?)",
                arguments: [name, name.lowercased(), role.rawValue, Self.text(of: scope)])
            return Member(
                id: database.lastInsertedRowID, name: name, role: role, scope: scope, hasPassword: false,
                isDisabled: false)
        }
    }

    private static func checked(_ name: String) throws(AccessError) -> String {
        let name = name.trimmed
        guard (1...60).contains(name.count), !name.unicodeScalars.contains(where: { $0.value < 0x20 }),
            VisibleText.singleLine(name) == name
        else {
            throw AccessError(
                .invalid, Bilingual("名称应为 1 至 60 个字符", "a name has 1 to 60 characters of one line"),
                Bilingual("请另取名称", "choose another name"))
        }
        return name
    }

    /// Changes what somebody may do. Sessions and tokens of one who is kept out end.
    ///
    /// - Throws: ``AccessError`` where there is no such member, or no administrator would be left.
    package func change(
        _ id: Int64, role: Role? = nil, scope: Scope? = nil, isDisabled: Bool? = nil
    ) throws(AccessError) -> Member {
        try write { database in
            guard let old = try Self.member(id, in: database) else { throw Self.noSuchMember(id) }
            let new = (role ?? old.role, scope ?? old.scope, isDisabled ?? old.isDisabled)
            try database.execute(
                sql: "UPDATE member SET role = ?, scope = ?, disabled = ? WHERE id = ?",
                arguments: [new.0.rawValue, Self.text(of: new.1), new.2, id])
            if new.2 { try Self.end(sessionsOf: id, in: database) }
            let left = try Int.fetchOne(
                database,
                sql: "SELECT count(*) FROM member WHERE role = 'administrator' AND scope IS NULL AND NOT disabled")
            guard left != 0 else {
                throw AccessError(
                    .invalid, Bilingual("不能没有管理员", "an administrator of all bodies has to be left"),
                    Bilingual("请先指定另一位管理员", "make somebody else one first"))
            }
            guard let changed = try Self.member(id, in: database) else { throw Self.noSuchMember(id) }
            return changed
        }
    }

    static func noSuchMember(_ id: Int64) -> AccessError {
        AccessError(
            .unknown, Bilingual("没有第 \(id) 号用户", "there is no member \(id)"),
            Bilingual("编号见 /api/v1/members", "/api/v1/members lists their numbers"))
    }

    // MARK: Invitations

    /// Makes the first administrator where there is nobody yet who could come in.
    ///
    /// - Returns: the secret of the one-time link; `nil` where somebody has a password already.
    package func inviteFirst(at now: Moment) throws(AccessError) -> Secret? {
        let isSettled = try read { database in
            try Int.fetchOne(database, sql: "SELECT count(*) FROM member WHERE password IS NOT NULL") != 0
        }
        if isSettled { return nil }
        if let first = try members().first(where: { $0.role == .administrator }) {
            return try invite(first.id, at: now)
        }
        return try invite(try add("admin", role: .administrator, scope: .all).id, at: now)
    }

    /// Draws the secret of a link by which a member chooses a password, once and within three days. Links of before end.
    package func invite(_ id: Int64, at now: Moment) throws(AccessError) -> Secret {
        let secret = Secret()
        try write { database in
            guard try Self.member(id, in: database) != nil else { throw Self.noSuchMember(id) }
            try database.execute(sql: "DELETE FROM invitation WHERE member_id = ?", arguments: [id])
            try database.execute(
                sql: "INSERT INTO invitation (digest, member_id, expires_at) VALUES (?, ?, ?)",
                arguments: [secret.digest.description, id, now + 3 * 86_400])
        }
        return secret
    }

    /// Whom an invitation that still holds is for; `nil` for any other.
    package func invited(by secret: String, at now: Moment) throws(AccessError) -> Member? {
        try read { try Self.invited(by: secret, at: now, in: $0) }
    }

    private static func invited(by secret: String, at now: Moment, in database: Database) throws -> Member? {
        let id = try Int64.fetchOne(
            database,
            sql: "SELECT member_id FROM invitation WHERE digest = ? AND used_at IS NULL AND expires_at > ?",
            arguments: [Secret.digest(of: secret).description, now])
        return try id.flatMap { try member($0, in: database) }
    }

    /// Sets the password of whom an invitation is for. The invitation ends, and so do sessions of before.
    ///
    /// - Throws: ``AccessError`` for an invitation that holds no more and for a password that is too short.
    package func accept(_ secret: String, password: String, at now: Moment) throws(AccessError) -> Member {
        let hash = try PasswordHash(password)
        return try write { database in
            guard let member = try Self.invited(by: secret, at: now, in: database), !member.isDisabled else {
                throw AccessError(
                    .unknown, Bilingual("此链接已失效", "this link holds no more"),
                    Bilingual("请向管理员索取新的链接", "ask an administrator for another"))
            }
            try database.execute(
                sql: "UPDATE invitation SET used_at = ? WHERE digest = ?",
                arguments: [now, Secret.digest(of: secret).description])
            try database.execute(
                sql: "UPDATE member SET password = ? WHERE id = ?", arguments: [hash.text, member.id])
            try Self.end(sessionsOf: member.id, in: database)
            return member
        }
    }
}
