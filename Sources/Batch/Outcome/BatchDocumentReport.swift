/// What became of one document of a batch.
public struct BatchDocumentReport: Hashable, Sendable {
    /// How it ended.
    public enum Status: String, Hashable, Sendable, Codable, CaseIterable {
        /// It was new to the ledger.
        case imported
        /// It took the place of an earlier version.
        case replaced
        /// The ledger had it already.
        case unchanged
        /// It had been superseded before and counts again.
        case reinstated
        /// Neither it nor the way of reading it has changed since an earlier run.
        case skipped
        /// It could not be read or stored.
        case failed
    }

    /// The document's path as the journal knows it.
    public var name: String
    /// How it ended.
    public var status: Status
    /// What was read; empty for a document that failed.
    public var contents: DocumentContents
    /// Why it failed.
    public var message: String?
}

/// What was read from a document, as the journal keeps it.
public struct DocumentContents: Hashable, Sendable, Codable {
    /// The number of account lines.
    public var lines = 0
    /// The number of stated figures.
    public var figures = 0
    /// The number of figures that could not be placed.
    public var diagnostics = 0
    /// The units it speaks of, in order of name.
    public var units: [String] = []
    /// What a person should know.
    public var warnings: [String] = []
    /// How it was stored, in the run that read it.
    public var status: BatchDocumentReport.Status?
}
