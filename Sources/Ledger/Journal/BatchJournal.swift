import FinalAccounts
import GRDB
import Platform

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The batch's memory in the ledger: what is done survives the process.
///
/// A task is recorded after everything it wrote is on the disk, in one transaction; a process that is cut off between
/// the two does the task again and writes the same. A run that was cut off keeps its number when it is resumed, so that
/// its end looks as if nothing had happened.
///
/// ```swift
/// let lock = try BatchLock(ledger: ledger.path)
/// let journal = BatchJournal(ledger)
/// let run = try journal.begin(job: "nightly", hash: hash, command: command, program: program, at: now)
/// // for each unit: unless journal.task(…) has the same hashes, work, then
/// try journal.record(task, in: run)
/// try journal.finish(run, exitCode: 0, summary: "{}", at: now)
/// ```
package struct BatchJournal: Sendable {
    private let ledger: Ledger

    /// Opens the journal of a ledger.
    package init(_ ledger: Ledger) {
        self.ledger = ledger
    }

    // MARK: Runs

    /// Begins a run, or takes up the last one of the job where it was cut off and the job is the same.
    ///
    /// Call it only while holding a ``BatchLock``: without it another process may be at the run.
    ///
    /// - Parameters:
    ///   - job: the job's name.
    ///   - hash: the digest of the job's text and of everything else that tells two runs apart.
    ///   - command: the command as it was given.
    ///   - program: the program and its version.
    ///   - time: when; stated by the caller.
    /// - Throws: ``LedgerError``.
    package func begin(
        job: String, hash: ContentHash, command: String, program: String, at time: Date
    ) throws(LedgerError) -> BatchRun {
        try ledger.write { database in
            let open = try runs(where: "job = ? AND state = 'running'", arguments: [job], in: database)
            let resumable = open.first { $0.jobHash == hash }
            for run in open where run.id != resumable?.id {
                try database.execute(
                    sql: "UPDATE batch_run SET state = 'abandoned' WHERE run_id = ?", arguments: [run.id])
            }
            let id: Int64
            if let resumable {
                id = resumable.id
                try database.execute(
                    sql: "UPDATE batch_run SET resumed = resumed + 1 WHERE run_id = ?", arguments: [id])
            } else {
                id = try RunTable.begin(command: command, program: program, at: time, in: database)
                try database.execute(
                    sql: "INSERT INTO batch_run (run_id, job, job_hash, state) VALUES (?, ?, ?, 'running')",
                    arguments: [id, job, hash.blob])
            }
            guard let run = try runs(where: "batch_run.run_id = ?", arguments: [id], in: database).first else {
                throw DatabaseError(message: "run \(id) is gone inside its own transaction")
            }
            return run
        }
    }

    /// Notes that a run has come to its end.
    ///
    /// - Parameter summary: what the run reports, one JSON value.
    /// - Throws: ``LedgerError``.
    package func finish(_ run: BatchRun, exitCode: Int32, summary: String, at time: Date) throws(LedgerError) {
        try ledger.write { database in
            try RunTable.finish(run.id, outcome: "exit code \(exitCode)", at: time, in: database)
            try database.execute(
                sql: "UPDATE batch_run SET state = 'finished', exit_code = ?, summary = ? WHERE run_id = ?",
                arguments: [exitCode, summary, run.id])
        }
    }

    /// All runs of a job, or of all jobs, the latest first.
    /// - Throws: ``LedgerError``.
    package func runs(of job: String? = nil) throws(LedgerError) -> [BatchRun] {
        try ledger.read { try runs(where: "?1 IS NULL OR job = ?1", arguments: [job], in: $0) }
    }

    private func runs(
        where condition: String, arguments: StatementArguments, in database: Database
    ) throws -> [BatchRun] {
        try Row.fetchAll(
            database,
            sql: """
                SELECT run_id, job, job_hash, state, resumed, exit_code, summary, started_at, finished_at
                FROM batch_run JOIN run ON run.id = batch_run.run_id
                WHERE \(condition) ORDER BY run_id DESC
                """, arguments: arguments
        ).map { row in
            guard let hash = ContentHash(column: row[2]), let state = BatchRun.State(rawValue: row[3]) else {
                throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "run \(row[0] as Int64) is unreadable")
            }
            return BatchRun(
                id: row[0], job: row[1], jobHash: hash, state: state, resumed: row[4], exitCode: row[5],
                summary: row[6], startedAt: row[7], finishedAt: row[8])
        }
    }

    // MARK: Tasks

    /// Records what was done for a document or a unit, in the place of what was recorded before.
    ///
    /// Everything the task wrote has to be on the disk by then.
    /// - Throws: ``LedgerError``.
    package func record(_ task: BatchTask, in run: BatchRun) throws(LedgerError) {
        try ledger.write { try record(task, in: run, $0) }
    }

    /// Stores a document and records that it was, in one transaction.
    ///
    /// - Parameter task: makes what is recorded of what became of the document.
    /// - Throws: ``LedgerError``; the ledger is then as it was before.
    package func importDocument(
        _ document: LedgerDocument, in run: BatchRun, terms: ImportTerms = ImportTerms(),
        recording task: (ImportOutcome) throws -> BatchTask
    ) throws(LedgerError) {
        let plan = try DocumentPlan(document)
        try ledger.write { database in
            let outcome = try DocumentImport(plan: plan, run: run.id, terms: terms, database: database).outcome()
            try record(try task(outcome), in: run, database)
        }
    }

    private func record(_ task: BatchTask, in run: BatchRun, _ database: Database) throws {
        try database.cachedStatement(
            sql: """
                INSERT OR REPLACE INTO batch_task
                    (job, kind, name, run_id, state, input_hash, ledger_hash, outputs, result, message)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """
        ).execute(arguments: [
            run.job, task.kind.rawValue, task.name, run.id, task.state.rawValue, task.inputHash.blob,
            task.ledgerHash.blob, try BatchOutputs.text(of: task.outputs), task.result, task.message,
        ])
    }

    /// Everything recorded for a job, by name: the tasks and the run each was last done in.
    /// - Throws: ``LedgerError``.
    package func tasks(
        of job: String, kind: BatchTask.Kind
    ) throws(LedgerError) -> [String: (task: BatchTask, run: Int64)] {
        try ledger.read { database in
            let rows = try Row.fetchAll(
                database,
                sql: """
                    SELECT name, run_id, state, input_hash, ledger_hash, outputs, result, message
                    FROM batch_task WHERE job = ? AND kind = ?
                    """, arguments: [job, kind.rawValue])
            var tasks: [String: (task: BatchTask, run: Int64)] = [:]
            for row in rows {
                let task = try Self.task(row, kind: kind)
                tasks[task.name] = (task, row["run_id"])
            }
            return tasks
        }
    }

    private static func task(_ row: Row, kind: BatchTask.Kind) throws -> BatchTask {
        guard let state = BatchTask.State(rawValue: row["state"]), let input = ContentHash(column: row["input_hash"]),
            let ledger = ContentHash(column: row["ledger_hash"])
        else {
            throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "task \(row["name"] as String) is unreadable")
        }
        return BatchTask(
            kind: kind, name: row["name"], state: state, inputHash: input, ledgerHash: ledger,
            outputs: try BatchOutputs.outputs(in: row["outputs"]), result: row["result"], message: row["message"])
    }
}

/// The files of a task as the journal's JSON column holds them.
private enum BatchOutputs {
    static func text(of outputs: [BatchTask.Output]) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(outputs.sorted { $0.path < $1.path }), as: UTF8.self)
    }

    static func outputs(in text: String) throws -> [BatchTask.Output] {
        try JSONDecoder().decode([BatchTask.Output].self, from: Data(text.utf8))
    }
}
