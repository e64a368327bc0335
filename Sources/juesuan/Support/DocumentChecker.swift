import Consistency
import Disclosures
import FinalAccounts
import OfficialForm

/// Holds a body's documents of one year against themselves and against the year before.
struct DocumentChecker {
    /// Holds the rules.
    let engine: CheckEngine
    /// The body's lines of any year; those of the year before are used.
    let lines: [AccountLine]
    /// The totals stated for the year before.
    let totals: [Measure: Amount]

    /// What in a document does not fit, the gravest first.
    func check(_ disclosure: Disclosure, year: FiscalYear) -> [Finding] {
        var previous = PreviousAccounts(lines: lines.filter { $0.fiscalYear == year.previous })
        previous?.totals = totals
        return engine.check(disclosure, previous: previous)
    }
}
