import FinalAccounts

/// A document as the ledger holds it.
package struct StoredDocument: Hashable, Sendable, Identifiable {
    /// The number of the document in this ledger.
    package let id: Int64
    /// The name the document is known by.
    package let fileName: String
    /// The unit the whole document is about; `nil` where it speaks of many.
    package let unit: BudgetUnit?
    /// The year the whole document is about; `nil` where it speaks of many.
    package let fiscalYear: FiscalYear?
    /// Whether the document was published or generated.
    package let origin: Origin
    /// The digest of the file's bytes.
    package let contentHash: ContentHash
    /// The digest of everything stored for the document.
    package let factsHash: ContentHash
    /// The run that imported it; `nil` where none was stated.
    package let run: Int64?
    /// The document that took its place; `nil` while it counts.
    package let supersededBy: Int64?

    /// Whether its lines and figures count.
    package var isCurrent: Bool { supersededBy == nil }
}
