/// What became of one document of a batch.
package struct BatchDocumentReport: Hashable, Sendable {
    /// How it ended.
    package enum Status: String, Hashable, Sendable, Codable, CaseIterable {
        /// It was new to the ledger.
        case imported
        /// It took the place of an earlier version.
        case replaced
        /// It tells something of what other documents speak of too; their facts are joined.
        case supplemented
        /// It contradicts the ledger, which stands.
        case kept
        /// Another edition took its place, or a person took it out.
        case history
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
    package var name: String
    /// How it ended.
    package var status: Status
    /// What was read; empty for a document that failed.
    package var contents: DocumentContents
    /// Why it failed.
    package var message: String?
}

/// What was read from a document, as the journal keeps it.
package struct DocumentContents: Hashable, Sendable, Codable {
    /// The number of account lines.
    package var lines = 0
    /// The number of stated figures.
    package var figures = 0
    /// The number of figures that could not be placed.
    package var diagnostics = 0
    /// The units it speaks of, in order of name.
    package var units: [String] = []
    /// What a person should know.
    package var warnings: [String] = []
    /// How it was stored, in the run that read it.
    package var status: BatchDocumentReport.Status?
}
