import Consistency
import FinalAccounts
import OfficialForm

extension PreviousAccounts {
    /// The accounts of the year before a year; `nil` where no line is of it.
    ///
    /// - Parameters:
    ///   - lines: a body's lines of any years.
    ///   - totals: what was stated for the year before.
    package init?(before year: FiscalYear, lines: [AccountLine], totals: [Measure: Amount]) {
        self.init(lines: lines.filter { $0.fiscalYear == year.previous })
        self.totals = totals
    }
}
