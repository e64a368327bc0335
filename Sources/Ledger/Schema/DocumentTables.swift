/// The tables for documents and what was read from them.
///
/// Amounts are whole numbers of 分 and `NULL` is "not stated"; an unbudgeted line has `unbudgeted = 1` and no
/// initial budget. Lines carry no index of their own: a `block` names the run of consecutive lines that one
/// document has for one unit, year, fund and origin, so that reading a unit is reading ranges of row ids.
enum DocumentTables {
    static let sql = """
        CREATE TABLE run (
            id INTEGER PRIMARY KEY,
            command TEXT NOT NULL,
            program TEXT NOT NULL,
            started_at TEXT NOT NULL,
            finished_at TEXT,
            outcome TEXT
        ) STRICT;

        CREATE TABLE unit (
            id INTEGER PRIMARY KEY,
            name TEXT NOT NULL UNIQUE
        ) STRICT;

        CREATE TABLE subject (
            id INTEGER PRIMARY KEY,
            code TEXT,
            names TEXT NOT NULL,
            depth INTEGER NOT NULL
        ) STRICT;
        CREATE UNIQUE INDEX subject_identity ON subject (names, ifnull(code, ''), depth, code IS NULL);

        CREATE TABLE document (
            id INTEGER PRIMARY KEY,
            file_name TEXT NOT NULL,
            unit_id INTEGER REFERENCES unit (id),
            fiscal_year INTEGER,
            origin TEXT NOT NULL CHECK (origin IN ('published', 'synthetic')),
            content_hash BLOB NOT NULL CHECK (length(content_hash) = 32),
            facts_hash BLOB NOT NULL CHECK (length(facts_hash) = 32),
            run_id INTEGER REFERENCES run (id),
            superseded_by INTEGER REFERENCES document (id)
        ) STRICT;
        CREATE INDEX document_file_name ON document (file_name);
        CREATE INDEX document_content_hash ON document (content_hash);

        CREATE TABLE block (
            id INTEGER PRIMARY KEY,
            document_id INTEGER NOT NULL REFERENCES document (id),
            unit_id INTEGER NOT NULL REFERENCES unit (id),
            fiscal_year INTEGER NOT NULL,
            fund TEXT NOT NULL CHECK (fund IN ('general_public_budget', 'government_fund', 'state_capital')),
            origin TEXT NOT NULL CHECK (origin IN ('published', 'synthetic')),
            first_line INTEGER NOT NULL,
            line_count INTEGER NOT NULL CHECK (line_count > 0),
            UNIQUE (document_id, unit_id, fiscal_year, fund, origin)
        ) STRICT;
        CREATE INDEX block_unit ON block (unit_id, fiscal_year);

        CREATE TABLE account_line (
            id INTEGER PRIMARY KEY,
            block_id INTEGER NOT NULL REFERENCES block (id),
            subject_id INTEGER NOT NULL REFERENCES subject (id),
            unbudgeted INTEGER NOT NULL CHECK (unbudgeted = 0 OR unbudgeted = 1 AND initial_budget IS NULL),
            initial_budget INTEGER,
            adjusted_budget INTEGER,
            actual INTEGER,
            basic INTEGER,
            project INTEGER,
            reason TEXT,
            page INTEGER,
            quote TEXT
        ) STRICT;

        CREATE TABLE figure (
            document_id INTEGER NOT NULL REFERENCES document (id),
            position INTEGER NOT NULL,
            measure TEXT NOT NULL,
            qualifier TEXT NOT NULL,
            value TEXT NOT NULL,
            unit TEXT NOT NULL,
            page INTEGER,
            quote TEXT NOT NULL,
            PRIMARY KEY (document_id, position)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE evaluation (
            document_id INTEGER NOT NULL REFERENCES document (id),
            position INTEGER NOT NULL,
            name TEXT NOT NULL,
            content TEXT NOT NULL CHECK (json_valid(content)),
            page INTEGER,
            PRIMARY KEY (document_id, position)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE diagnostic (
            document_id INTEGER NOT NULL REFERENCES document (id),
            position INTEGER NOT NULL,
            page INTEGER,
            quote TEXT NOT NULL,
            message TEXT NOT NULL,
            PRIMARY KEY (document_id, position)
        ) STRICT, WITHOUT ROWID;

        CREATE VIEW current_line AS
        SELECT unit.name AS unit, block.fiscal_year, block.fund, subject.code AS subject_code,
               replace(subject.names, char(31), ' / ') AS subject_names, account_line.initial_budget,
               account_line.unbudgeted, account_line.adjusted_budget, account_line.actual, account_line.basic,
               account_line.project, account_line.reason, block.origin, document.file_name, account_line.page,
               account_line.quote
        FROM account_line
        JOIN block ON block.id = account_line.block_id
        JOIN document ON document.id = block.document_id
        JOIN unit ON unit.id = block.unit_id
        JOIN subject ON subject.id = account_line.subject_id
        WHERE document.superseded_by IS NULL;
        """
}
