import FinalAccounts
import OfficialForm

/// The accounts of one body and year in the figures that a text is written of.
///
/// It is less than what a reader finds in a document: no tables, no places, nothing left over.
public struct StatedAccounts: Hashable, Sendable {
    /// The body; `nil` leaves its name out of the text.
    public var unit: BudgetUnit?
    /// The year of the accounts; `nil` leaves it out of the text.
    public var fiscalYear: FiscalYear?
    /// The subject lines, in the order they are written.
    public var lines: [DisclosedLine]
    /// Every other figure.
    public var figures: [StatedFigure]
    /// Performance self-evaluations.
    public var evaluations: [Evaluation]

    /// Creates accounts.
    public init(
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
