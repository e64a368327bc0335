import Platform

/// One run of a batch job, from its first start to its end, however often it was cut off between.
package struct BatchRun: Hashable, Sendable, Identifiable {
    /// Where a run stands.
    package enum State: String, Hashable, Sendable {
        /// It is going, or was cut off and waits to be resumed.
        case running
        /// It came to its end.
        case finished
        /// It was cut off, and the job was changed before it could be resumed.
        case abandoned
    }

    /// The number of the run, shared with ``LedgerRun``.
    package let id: Int64
    /// The job's name.
    package let job: String
    /// The digest of the job as it was run.
    package let jobHash: ContentHash
    /// Where it stands.
    package let state: State
    /// How often it was taken up again after having been cut off.
    package let resumed: Int
    /// The exit code it ended with.
    package let exitCode: Int32?
    /// What it reported at its end, as one JSON value.
    package let summary: String?
    /// When it first began, ISO 8601 in UTC.
    package let startedAt: String
    /// When it ended.
    package let finishedAt: String?
}
