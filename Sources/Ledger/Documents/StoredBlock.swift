import FinalAccounts

/// A run of consecutive line rows that share document, unit, year, fund and origin.
struct StoredBlock {
    let id: Int64
    let document: Int64
    let fileName: String
    let unit: BudgetUnit
    let fiscalYear: FiscalYear
    let fund: Fund
    let origin: Origin
    let firstLine: Int64
    let lineCount: Int64
}
