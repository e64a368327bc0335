import Disclosures
import FinalAccounts
import OfficialForm

/// A document as it is laid out: paragraphs and tables in order.
public struct SyntheticDocument: Sendable {
    /// A piece of the document.
    public enum Block: Sendable {
        /// A line in the middle of the page, in large letters.
        case title(String)
        /// A paragraph of running text, or a heading.
        case paragraph(String)
        /// A table on a page of its own.
        case table(SyntheticTable)
        /// The end of a page.
        case pageBreak
    }

    /// The body.
    public var unit: BudgetUnit
    /// The year of the accounts.
    public var fiscalYear: FiscalYear
    /// The pieces in order.
    public var blocks: [Block]
    /// Self-evaluations with their indicators, which stand in tables of other forms than the nine.
    public var evaluations: [Evaluation]
    /// Last year's lines as they were published, rounded one by one.
    public var previousLines: [AccountLine]
}
