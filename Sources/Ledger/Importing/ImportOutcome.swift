import FinalAccounts
import Platform

/// What an import did.
package struct ImportOutcome: Hashable, Sendable {
    /// What became of the document.
    package enum Status: String, Hashable, Sendable {
        /// It was new.
        case imported
        /// It took the place of earlier ones.
        case replaced
        /// It tells something of what other documents speak of too; their facts are joined.
        case supplemented
        /// The ledger has everything it says; nothing was written.
        case unchanged
        /// It had been superseded before and counts again.
        case reinstated
        /// It contradicts the ledger, which stands; the document is kept as history.
        case kept
        /// It is known, and another edition took its place or a person took it out; nothing was written.
        case history
    }

    /// The document as it now stands; where nothing was written, the one that has what it says.
    package let document: StoredDocument
    /// What became of it.
    package let status: Status
    /// The documents it took the place of.
    package let superseded: [StoredDocument]
    /// Figures that it states otherwise than the documents it was joined with.
    package let differences: [FactConflict]
    /// What a person should look at, one sentence each.
    package let remarks: [Bilingual]
}
