/// The tables for working together on a draft: what was decided of it, what was said of it, the rules it has to keep.
///
/// They are only added to: where a draft stands is its last event, the rules it keeps are the last that were given.
enum DraftWorkTables {
    static let sql = """
        CREATE TABLE draft_event (
            id INTEGER PRIMARY KEY,
            unit_id INTEGER NOT NULL REFERENCES unit (id),
            fiscal_year INTEGER NOT NULL,
            version INTEGER NOT NULL,
            action TEXT NOT NULL CHECK (action IN ('submit', 'withdraw', 'return', 'approve', 'lock', 'reopen')),
            who TEXT NOT NULL,
            at TEXT NOT NULL,
            why TEXT NOT NULL
        ) STRICT;
        CREATE INDEX draft_event_draft ON draft_event (unit_id, fiscal_year);

        CREATE TABLE draft_comment (
            id INTEGER PRIMARY KEY,
            unit_id INTEGER NOT NULL REFERENCES unit (id),
            fiscal_year INTEGER NOT NULL,
            version INTEGER NOT NULL,
            subject TEXT,
            who TEXT NOT NULL,
            at TEXT NOT NULL,
            words TEXT NOT NULL
        ) STRICT;
        CREATE INDEX draft_comment_draft ON draft_comment (unit_id, fiscal_year);

        CREATE TABLE draft_rules (
            id INTEGER PRIMARY KEY,
            unit_id INTEGER NOT NULL REFERENCES unit (id),
            fiscal_year INTEGER NOT NULL,
            rules TEXT NOT NULL,
            amount_unit TEXT NOT NULL,
            scenario TEXT,
            who TEXT NOT NULL,
            at TEXT NOT NULL
        ) STRICT;
        CREATE INDEX draft_rules_draft ON draft_rules (unit_id, fiscal_year);

        """
        + ["draft_event", "draft_comment", "draft_rules"].map { table in
            ["UPDATE", "DELETE"].map { change in
                """
                CREATE TRIGGER \(table)_no_\(change.lowercased()) BEFORE \(change) ON \(table)
                BEGIN SELECT raise(ABORT, 'this table is only added to'); END;

                """
            }.joined()
        }.joined()
}
