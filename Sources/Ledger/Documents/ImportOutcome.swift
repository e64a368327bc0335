import FinalAccounts

/// What an import did.
public struct ImportOutcome: Hashable, Sendable {
    /// What became of the document.
    public enum Status: String, Hashable, Sendable {
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
    public struct Overlap: Hashable, Sendable {
        /// The other document's name.
        public let fileName: String
        /// The unit both speak of.
        public let unit: BudgetUnit
        /// The year both speak of.
        public let fiscalYear: FiscalYear
        /// The fund both speak of.
        public let fund: Fund
    }

    /// The document as it now stands.
    public let document: StoredDocument
    /// What became of it.
    public let status: Status
    /// The documents it took the place of.
    public let superseded: [StoredDocument]
    /// Other documents that count beside it for the same unit, year and fund: a caller should warn of them.
    public let overlaps: [Overlap]
}
