import FinalAccounts

/// A body and a year a document speaks of.
struct Coverage: Hashable {
    let unit: BudgetUnit
    let fiscalYear: FiscalYear
}
