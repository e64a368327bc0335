/// One run of a command that wrote to the ledger.
package struct LedgerRun: Hashable, Sendable, Identifiable {
    /// The number of the run in this ledger.
    package let id: Int64
    /// The command as it was given.
    package let command: String
    /// The program and its version.
    package let program: String
    /// When it began, ISO 8601 in UTC.
    package let startedAt: String
    /// When it ended; `nil` for a run that is still going or was cut off.
    package let finishedAt: String?
    /// How it ended, in the words of the command; `nil` for a run that is still going or was cut off.
    package let outcome: String?
}
