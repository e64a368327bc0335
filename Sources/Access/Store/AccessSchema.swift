import GRDB

/// The tables of who may do what, each change of them a named migration that stays as it is once released.
enum AccessSchema {
    /// What stands in the file's `application_id`: the letters JSAC.
    static let applicationID: Int32 = 0x4A53_4143

    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1 members") { try $0.execute(sql: members) }
        migrator.registerMigration("2 audit") { try $0.execute(sql: audit) }
        migrator.registerMigration("3 answers") { try $0.execute(sql: answers) }
        return migrator
    }

    /// Secrets are digests, moments seconds since 1970, a scope names between unit separators, or nothing for all.
    private static let members = """
        CREATE TABLE member (
            id INTEGER PRIMARY KEY,
            name TEXT NOT NULL,
            folded TEXT NOT NULL UNIQUE,
            role TEXT NOT NULL CHECK (role IN ('viewer', 'editor', 'approver', 'administrator')),
            scope TEXT,
            password TEXT,
            disabled INTEGER NOT NULL DEFAULT 0 CHECK (disabled IN (0, 1))
        ) STRICT;

        CREATE TABLE invitation (
            digest TEXT PRIMARY KEY,
            member_id INTEGER NOT NULL REFERENCES member (id),
            expires_at INTEGER NOT NULL,
            used_at INTEGER
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE session (
            digest TEXT PRIMARY KEY,
            member_id INTEGER NOT NULL REFERENCES member (id),
            created_at INTEGER NOT NULL,
            seen_at INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE token (
            id INTEGER PRIMARY KEY,
            digest TEXT NOT NULL UNIQUE,
            member_id INTEGER NOT NULL REFERENCES member (id),
            name TEXT NOT NULL,
            role TEXT NOT NULL,
            scope TEXT,
            created_at INTEGER NOT NULL,
            expires_at INTEGER NOT NULL,
            revoked_at INTEGER,
            used_at INTEGER
        ) STRICT;
        """

    /// Answers to writes, for who sends one again under the same key.
    private static let answers = """
        CREATE TABLE answer (
            member_id INTEGER NOT NULL REFERENCES member (id),
            key TEXT NOT NULL,
            request TEXT NOT NULL,
            status INTEGER NOT NULL,
            headers TEXT NOT NULL,
            body BLOB NOT NULL,
            at INTEGER NOT NULL,
            PRIMARY KEY (member_id, key)
        ) STRICT, WITHOUT ROWID;
        """

    /// Every entry's digest covers the one before it; none can be changed or taken out.
    private static let audit = """
        CREATE TABLE audit (
            id INTEGER PRIMARY KEY,
            at TEXT NOT NULL,
            who TEXT NOT NULL,
            action TEXT NOT NULL,
            subject TEXT NOT NULL,
            request TEXT NOT NULL,
            peer TEXT NOT NULL,
            hash TEXT NOT NULL
        ) STRICT;
        CREATE TRIGGER audit_is_not_changed BEFORE UPDATE ON audit
        BEGIN SELECT raise(ABORT, 'the audit log is only added to'); END;
        CREATE TRIGGER audit_is_not_shortened BEFORE DELETE ON audit
        BEGIN SELECT raise(ABORT, 'the audit log is only added to'); END;
        """
}
