/// One run of a command that wrote to the ledger.
public struct LedgerRun: Hashable, Sendable, Identifiable {
    /// The number of the run in this ledger.
    public let id: Int64
    /// The command as it was given.
    public let command: String
    /// The program and its version.
    public let program: String
    /// When it began, ISO 8601 in UTC.
    public let startedAt: String
    /// When it ended; `nil` for a run that is still going or was cut off.
    public let finishedAt: String?
    /// How it ended, in the words of the command; `nil` for a run that is still going or was cut off.
    public let outcome: String?
}
