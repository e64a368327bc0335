/// The tables for what does not fit in documents, and for what people settled of it.
///
/// A check that is made again replaces what the one before found; what was settled is only added to, and holds for whatever check
/// finds the same rule and quote again.
enum FindingTables {
    static let sql = """
        CREATE TABLE document_check (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            document_id INTEGER NOT NULL REFERENCES document (id),
            program TEXT NOT NULL,
            at TEXT NOT NULL
        ) STRICT;
        CREATE INDEX document_check_document ON document_check (document_id);

        CREATE TABLE finding (
            check_id INTEGER NOT NULL REFERENCES document_check (id),
            position INTEGER NOT NULL,
            rule TEXT NOT NULL,
            quote TEXT NOT NULL,
            zh_hans TEXT NOT NULL CHECK (json_valid(zh_hans)),
            en TEXT NOT NULL CHECK (json_valid(en)),
            PRIMARY KEY (check_id, position)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE finding_event (
            id INTEGER PRIMARY KEY,
            document_id INTEGER NOT NULL REFERENCES document (id),
            rule TEXT NOT NULL,
            quote TEXT NOT NULL,
            action TEXT NOT NULL CHECK (action IN ('accept', 'reopen')),
            who TEXT NOT NULL,
            at TEXT NOT NULL,
            why TEXT NOT NULL
        ) STRICT;
        CREATE INDEX finding_event_document ON finding_event (document_id);
        CREATE TRIGGER finding_event_no_update BEFORE UPDATE ON finding_event
        BEGIN SELECT raise(ABORT, 'this table is only added to'); END;
        CREATE TRIGGER finding_event_no_delete BEFORE DELETE ON finding_event
        BEGIN SELECT raise(ABORT, 'this table is only added to'); END;
        """
}
