/// The tables of the batch's journal: its runs, and what was last done for every document and unit.
enum JournalTables {
    static let sql = """
        CREATE TABLE batch_run (
            run_id INTEGER PRIMARY KEY REFERENCES run (id),
            job TEXT NOT NULL,
            job_hash BLOB NOT NULL CHECK (length(job_hash) = 32),
            state TEXT NOT NULL CHECK (state IN ('running', 'finished', 'abandoned')),
            resumed INTEGER NOT NULL DEFAULT 0,
            exit_code INTEGER,
            summary TEXT CHECK (summary IS NULL OR json_valid(summary))
        ) STRICT;

        CREATE TABLE batch_task (
            job TEXT NOT NULL,
            kind TEXT NOT NULL CHECK (kind IN ('document', 'unit')),
            name TEXT NOT NULL,
            run_id INTEGER NOT NULL REFERENCES batch_run (run_id),
            state TEXT NOT NULL CHECK (state IN ('done', 'failed')),
            input_hash BLOB NOT NULL CHECK (length(input_hash) = 32),
            ledger_hash BLOB NOT NULL CHECK (length(ledger_hash) = 32),
            outputs TEXT NOT NULL CHECK (json_valid(outputs)),
            result TEXT NOT NULL CHECK (json_valid(result)),
            message TEXT,
            PRIMARY KEY (job, kind, name)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX batch_task_run ON batch_task (run_id);
        """
}
