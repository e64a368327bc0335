import FinalAccounts

/// A document as the ledger holds it.
public struct StoredDocument: Hashable, Sendable, Identifiable {
    /// The number of the document in this ledger.
    public let id: Int64
    /// The name the document is known by.
    public let fileName: String
    /// The unit the whole document is about; `nil` where it speaks of many.
    public let unit: BudgetUnit?
    /// The year the whole document is about; `nil` where it speaks of many.
    public let fiscalYear: FiscalYear?
    /// Whether the document was published or generated.
    public let origin: Origin
    /// The digest of the file's bytes.
    public let contentHash: ContentHash
    /// The digest of everything stored for the document.
    public let factsHash: ContentHash
    /// The run that imported it; `nil` where none was stated.
    public let run: Int64?
    /// The document that took its place; `nil` while it counts.
    public let supersededBy: Int64?

    /// Whether its lines and figures count.
    public var isCurrent: Bool { supersededBy == nil }
}
