import Disclosures
import FinalAccounts
import OfficialForm

/// Last year's figures as they were published then.
///
/// ```swift
/// let previous = PreviousAccounts(lines: ledgerLines)     // from the ledger
/// let findings = CheckEngine().check(disclosure, previous: previous)
/// ```
public struct PreviousAccounts: Hashable, Sendable {
    /// The year of the figures.
    public var fiscalYear: FiscalYear
    /// The lines of that year.
    public var lines: [AccountLine]
    /// Totals of that year, where the document itself is at hand.
    public var totals: [Measure: Amount]

    /// Takes the lines of one year from the ledger; `nil` when there are none.
    public init?(lines: [AccountLine]) {
        guard let year = lines.map(\.fiscalYear).max() else { return nil }
        fiscalYear = year
        self.lines = lines.filter { $0.fiscalYear == year }
        totals = [:]
    }

    /// Takes lines and totals from last year's document; `nil` when it names no year.
    public init?(_ disclosure: Disclosure) {
        guard let year = disclosure.fiscalYear else { return nil }
        fiscalYear = year
        lines = disclosure.accountLines
        totals = [:]
        for figure in disclosure.figures where figure.subject == nil && figure.measure.aspect == .amount {
            guard totals[figure.measure] == nil, let amount = figure.value.amount else { continue }
            totals[figure.measure] = amount
        }
    }
}
