import FinalAccounts

/// A run of consecutive line rows that share document, unit, year, fund and origin.
struct StoredBlock {
    let id: Int64
    let document: Int64
    let fileName: String
    let unit: BudgetUnit
    /// The body's name as it was given on import, which the digest covers.
    let givenName: String
    let fiscalYear: FiscalYear
    let fund: Fund
    let origin: Origin
    let firstLine: Int64
    let lineCount: Int64
    /// What the block's document is.
    let kind: DocumentKind
    /// Whether its figures only stand where no other document states one.
    let fills: Bool
}
