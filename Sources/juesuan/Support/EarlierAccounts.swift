import Consistency
import Disclosures
import FinalAccounts
import Foundation
import Ledger

/// Last year's accounts of a body: from a document given before, else from the ledger.
struct EarlierAccounts {
    private struct Key: Hashable {
        var unit: BudgetUnit
        var year: FiscalYear
    }

    private let ledger: Ledger?
    private var given: [Key: PreviousAccounts] = [:]

    /// Opens the ledger that is named, or the usual one where it is.
    ///
    /// - Throws: `LedgerError` for a ledger that was named and cannot be opened.
    init(ledger path: String?) throws {
        let usual = "juesuan.sqlite"
        if let path {
            ledger = try Ledger.open(at: path, readOnly: true)
        } else {
            ledger = FileManager.default.fileExists(atPath: usual) ? try Ledger.open(at: usual, readOnly: true) : nil
        }
    }

    /// The accounts of the year before a document's; `nil` when there are none.
    func accounts(before disclosure: Disclosure) throws -> PreviousAccounts? {
        guard let unit = disclosure.unit, let year = disclosure.fiscalYear?.previous else { return nil }
        if let accounts = given[Key(unit: unit, year: year)] { return accounts }
        guard let ledger,
            var accounts = PreviousAccounts(lines: try ledger.lines(of: unit).filter { $0.fiscalYear == year })
        else { return nil }
        accounts.totals = try LedgerFigures(ledger: ledger, unit: unit, year: year).amounts
        return accounts
    }

    /// Keeps a document's figures for the year after it.
    mutating func remember(_ disclosure: Disclosure) {
        guard let unit = disclosure.unit, let accounts = PreviousAccounts(disclosure) else { return }
        given[Key(unit: unit, year: accounts.fiscalYear)] = accounts
    }
}
