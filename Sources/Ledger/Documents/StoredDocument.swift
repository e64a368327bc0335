import FinalAccounts
import Platform

/// A document as the ledger holds it.
package struct StoredDocument: Hashable, Sendable, Identifiable {
    /// The number of the document in this ledger.
    package let id: Int64
    /// The name the document is known by.
    package let fileName: String
    /// The unit the whole document is about; `nil` where it speaks of many.
    package let unit: BudgetUnit?
    /// The body's name as it was given on import, which the digest covers.
    let givenName: String?
    /// What the document is.
    package let kind: DocumentKind
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
    /// Whether a person took it out of the ledger.
    package let isRemoved: Bool
    /// Whether its lines and figures count.
    package let isCurrent: Bool
}
