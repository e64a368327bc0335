import Consistency
import Disclosures
import FinalAccounts
import Ledger

/// Last year's accounts of a body: from a document given before, else from the ledger.
struct EarlierAccounts {
    private struct Key: Hashable {
        var unit: BudgetUnit
        var year: FiscalYear
    }

    private let ledger: Ledger?
    private var given: [Key: PreviousAccounts] = [:]

    /// Opens the ledger.
    ///
    /// - Throws: `LedgerError` for a ledger that cannot be opened.
    init(ledger path: String?) throws {
        ledger = try path.map { try Ledger.open(at: $0, readOnly: true) }
    }

    /// The accounts of the year before a document's; `nil` when there are none.
    func accounts(before disclosure: Disclosure) throws -> PreviousAccounts? {
        guard let unit = disclosure.unit, let year = disclosure.fiscalYear?.previous else { return nil }
        if let accounts = given[Key(unit: unit, year: year)] { return accounts }
        guard let ledger else { return nil }
        return PreviousAccounts(
            before: year.next, lines: try ledger.lines(of: unit),
            totals: try LedgerFigures(ledger: ledger, unit: unit, year: year).amounts)
    }

    /// Keeps a document's figures for the year after it.
    mutating func remember(_ disclosure: Disclosure) {
        guard let unit = disclosure.unit, let accounts = PreviousAccounts(disclosure) else { return }
        given[Key(unit: unit, year: accounts.fiscalYear)] = accounts
    }
}
