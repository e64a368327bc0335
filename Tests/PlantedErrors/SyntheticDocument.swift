import Disclosures
import FinalAccounts
import OfficialForm

/// A document as it is laid out: paragraphs and tables in order.
package struct SyntheticDocument: Sendable {
    /// A piece of the document.
    package enum Block: Sendable {
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
    package var unit: BudgetUnit
    /// The year of the accounts.
    package var fiscalYear: FiscalYear
    /// The pieces in order.
    package var blocks: [Block]
    /// Self-evaluations with their indicators, which stand in tables of other forms than the nine.
    package var evaluations: [Evaluation]
    /// Last year's lines as they were published, rounded one by one.
    package var previousLines: [AccountLine]
}
