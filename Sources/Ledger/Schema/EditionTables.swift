import FinalAccounts
import GRDB

/// The tables for editions: what every document is, whether it counts and since when, and who decided that.
///
/// A document is stored once and never changed. Whether one of its blocks counts follows from two things that are kept:
/// which documents were taken out (`removed`) and which took the place of which for a body and year (`replacement`). The
/// columns `counts` hold what follows now; the tables `…_standing` hold every change of it, so that the past can be read.
enum EditionTables {
    static let sql = """
        ALTER TABLE unit ADD COLUMN body TEXT;
        CREATE INDEX unit_body ON unit (body);

        CREATE TABLE event (
            id INTEGER PRIMARY KEY,
            action TEXT NOT NULL CHECK (action IN ('import', 'remove', 'reinstate')),
            document_id INTEGER NOT NULL REFERENCES document (id),
            who TEXT NOT NULL,
            at TEXT NOT NULL,
            why TEXT NOT NULL,
            run_id INTEGER REFERENCES run (id)
        ) STRICT;
        CREATE INDEX event_document ON event (document_id);

        ALTER TABLE document ADD COLUMN kind TEXT NOT NULL DEFAULT 'accounts'
            CHECK (kind IN ('accounts', 'plan', 'three_public', 'regional', 'other'));
        ALTER TABLE document ADD COLUMN event_id INTEGER REFERENCES event (id);
        ALTER TABLE document ADD COLUMN removed INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE document ADD COLUMN counts INTEGER NOT NULL DEFAULT 1;
        CREATE INDEX document_unit ON document (unit_id, fiscal_year);

        ALTER TABLE block ADD COLUMN fills INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE block ADD COLUMN counts INTEGER NOT NULL DEFAULT 1;

        CREATE TABLE replacement (
            document_id INTEGER NOT NULL REFERENCES document (id),
            body TEXT NOT NULL,
            fiscal_year INTEGER NOT NULL,
            by_document_id INTEGER NOT NULL REFERENCES document (id),
            PRIMARY KEY (document_id, body, fiscal_year, by_document_id)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX replacement_by ON replacement (by_document_id);

        CREATE TABLE block_standing (
            block_id INTEGER NOT NULL REFERENCES block (id),
            event_id INTEGER NOT NULL REFERENCES event (id),
            counts INTEGER NOT NULL,
            PRIMARY KEY (block_id, event_id)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX block_standing_event ON block_standing (event_id);

        CREATE TABLE document_standing (
            document_id INTEGER NOT NULL REFERENCES document (id),
            event_id INTEGER NOT NULL REFERENCES event (id),
            counts INTEGER NOT NULL,
            PRIMARY KEY (document_id, event_id)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX document_standing_event ON document_standing (event_id);

        DROP VIEW current_line;
        CREATE VIEW current_line AS
        SELECT unit.body AS unit, block.fiscal_year, block.fund, subject.code AS subject_code,
               replace(subject.names, char(31), ' / ') AS subject_names, account_line.initial_budget,
               account_line.unbudgeted, account_line.adjusted_budget, account_line.actual, account_line.basic,
               account_line.project, account_line.reason, block.origin, document.file_name, account_line.page,
               account_line.quote, document.kind
        FROM account_line
        JOIN block ON block.id = account_line.block_id
        JOIN document ON document.id = block.document_id
        JOIN unit ON unit.id = block.unit_id
        JOIN subject ON subject.id = account_line.subject_id
        WHERE block.counts;
        """

    /// Takes over what a ledger without editions holds: every import becomes an event, every document that was
    /// superseded stays as history of what it spoke of.
    static func migrate(_ database: Database) throws {
        try database.execute(sql: sql)
        for row in try Row.fetchAll(database, sql: "SELECT id, name FROM unit") {
            try database.execute(
                sql: "UPDATE unit SET body = ? WHERE id = ?",
                arguments: [BudgetUnit(row[1] as String).name, row[0] as Int64])
        }
        try database.execute(
            sql: """
                INSERT INTO event (id, action, document_id, who, at, why, run_id)
                SELECT document.id, 'import', document.id, '', ifnull(run.started_at, ''), '', run_id
                FROM document LEFT JOIN run ON run.id = run_id;
                UPDATE document SET event_id = id, counts = superseded_by IS NULL;
                UPDATE block SET counts = (SELECT counts FROM document WHERE document.id = document_id);
                INSERT INTO document_standing SELECT id, superseded_by, 0 FROM document WHERE superseded_by IS NOT NULL;
                INSERT INTO block_standing
                SELECT block.id, document.superseded_by, 0 FROM block JOIN document ON document.id = document_id
                WHERE superseded_by IS NOT NULL;
                WITH RECURSIVE later (document_id, by_document_id) AS (
                    SELECT id, superseded_by FROM document WHERE superseded_by IS NOT NULL
                    UNION SELECT later.document_id, document.superseded_by
                    FROM later JOIN document ON document.id = later.by_document_id
                    WHERE document.superseded_by IS NOT NULL AND document.superseded_by <> later.document_id)
                INSERT OR IGNORE INTO replacement
                SELECT later.document_id, unit.body, covered.fiscal_year, later.by_document_id
                FROM later
                JOIN (SELECT document_id, unit_id, fiscal_year FROM block
                      UNION SELECT id, unit_id, fiscal_year FROM document
                      WHERE unit_id IS NOT NULL AND fiscal_year IS NOT NULL) covered
                    ON covered.document_id = later.document_id
                JOIN unit ON unit.id = covered.unit_id;
                """)
    }
}
