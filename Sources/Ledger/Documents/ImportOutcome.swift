import FinalAccounts

/// What an import did.
package struct ImportOutcome: Hashable, Sendable {
    /// What became of the document.
    package enum Status: String, Hashable, Sendable {
        /// It was new.
        case imported
        /// It took the place of earlier ones.
        case replaced
        /// Its bytes and facts are in the ledger already; nothing was written.
        case unchanged
        /// It had been superseded before and counts again.
        case reinstated
    }

    /// Another document that speaks of the same unit, year and fund and whose lines therefore add up with the
    /// imported ones.
    package struct Overlap: Hashable, Sendable {
        /// The other document's name.
        package let fileName: String
        /// The unit both speak of.
        package let unit: BudgetUnit
        /// The year both speak of.
        package let fiscalYear: FiscalYear
        /// The fund both speak of.
        package let fund: Fund
    }

    /// The document as it now stands.
    package let document: StoredDocument
    /// What became of it.
    package let status: Status
    /// The documents it took the place of.
    package let superseded: [StoredDocument]
    /// Other documents that count beside it for the same unit, year and fund: a caller should warn of them.
    package let overlaps: [Overlap]
}
