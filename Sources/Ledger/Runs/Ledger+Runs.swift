import GRDB

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension Ledger {
    /// Notes that a command begins to write.
    ///
    /// - Parameters:
    ///   - command: the command as it was given.
    ///   - program: the program and its version.
    ///   - time: the time of day; stated by the caller, since results hold no clock of their own.
    /// - Returns: the number to hand to imports and to ``finishRun(_:outcome:at:)``.
    /// - Throws: ``LedgerError``.
    package func beginRun(command: String, program: String, at time: Date) throws(LedgerError) -> Int64 {
        try write { try RunTable.begin(command: command, program: program, at: time, in: $0) }
    }

    /// Notes that a run has ended.
    /// - Throws: ``LedgerError``.
    package func finishRun(_ run: Int64, outcome: String, at time: Date) throws(LedgerError) {
        try write { try RunTable.finish(run, outcome: outcome, at: time, in: $0) }
    }

    /// All runs, the latest first.
    /// - Throws: ``LedgerError``.
    package func runs() throws(LedgerError) -> [LedgerRun] {
        try read { database in
            try Row.fetchAll(
                database,
                sql: "SELECT id, command, program, started_at, finished_at, outcome FROM run ORDER BY id DESC"
            ).map {
                LedgerRun(
                    id: $0[0], command: $0[1], program: $0[2], startedAt: $0[3], finishedAt: $0[4], outcome: $0[5])
            }
        }
    }
}
