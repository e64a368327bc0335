/// The tables for versions of the budget draft.
enum DraftTables {
    static let sql = """
        CREATE TABLE draft (
            id INTEGER PRIMARY KEY,
            unit_id INTEGER NOT NULL REFERENCES unit (id),
            fiscal_year INTEGER NOT NULL,
            version INTEGER NOT NULL CHECK (version > 0),
            author TEXT NOT NULL,
            reason TEXT NOT NULL,
            created_at TEXT NOT NULL,
            lines_hash BLOB NOT NULL CHECK (length(lines_hash) = 32),
            UNIQUE (unit_id, fiscal_year, version)
        ) STRICT;

        CREATE TABLE draft_line (
            draft_id INTEGER NOT NULL REFERENCES draft (id),
            position INTEGER NOT NULL,
            fund TEXT,
            subject_id INTEGER NOT NULL REFERENCES subject (id),
            suggested INTEGER,
            adjustment INTEGER,
            final INTEGER,
            note TEXT,
            PRIMARY KEY (draft_id, position)
        ) STRICT, WITHOUT ROWID;
        """
}
