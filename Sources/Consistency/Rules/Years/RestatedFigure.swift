import FinalAccounts
import OfficialForm
import Platform

/// A figure of the year before as a document states it, or as its own figure and the change imply it.
struct RestatedFigure: Sendable {
    /// What the figure is of.
    enum Subject: Sendable {
        case line(Fund, FinalAccounts.Subject)
        case total(Topic)
    }

    let subject: Subject
    let name: Bilingual
    /// The year the figure is of.
    let year: FiscalYear
    let value: Rational
    /// The figures it follows from; never none.
    let facts: [Fact.ID]
    /// The first of them, whose precision it is shown in.
    let number: StatedNumber
    /// By how much it may be off since those are rounded.
    let slack: Rational
    let place: Fact.Place
}
