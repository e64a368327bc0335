import FinalAccounts
import OfficialForm

/// The accounts of one body and year in the figures that a text is written of.
///
/// It is less than what a reader finds in a document: no tables, no places, nothing left over.
package struct StatedAccounts: Hashable, Sendable {
    /// The body; `nil` leaves its name out of the text.
    package var unit: BudgetUnit?
    /// The year of the accounts; `nil` leaves it out of the text.
    package var fiscalYear: FiscalYear?
    /// The subject lines, in the order they are written.
    package var lines: [DisclosedLine]
    /// Every other figure.
    package var figures: [StatedFigure]
    /// Performance self-evaluations.
    package var evaluations: [Evaluation]

    package init(
        unit: BudgetUnit? = nil, fiscalYear: FiscalYear? = nil, lines: [DisclosedLine] = [],
        figures: [StatedFigure] = [], evaluations: [Evaluation] = []
    ) {
        self.unit = unit
        self.fiscalYear = fiscalYear
        self.lines = lines
        self.figures = figures
        self.evaluations = evaluations
    }
}
