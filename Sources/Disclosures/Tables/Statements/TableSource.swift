import FinalAccounts
import OfficialForm

/// A table as it stands in a document, before its figures are read: its rows, and what stands over it.
struct TableSource: Sendable {
    var table: CellTable
    /// The rows that belong to it, header included.
    var rows: [Int]
    /// Which of the nine it is; `nil` for any other.
    var kind: TableKind?
    /// The words over it in folded form, the nearest last.
    var titles: [String] = []
    var unit: AmountUnit?
    /// A unit over it that is none of yuan: 美元.
    var foreignUnit: String?
    /// The body and the year that stand over it, where they do.
    var body: String?
    var year: Int?
    /// Where its title stands among the lines of the document.
    var titleLine: Int?

    /// The table of the form whose matter the title names, were it accounts or a plan.
    var matter: TableKind? {
        if let kind { return kind }
        for title in titles.reversed() where title.holds("表") || title.holds("情况") {
            if let kind = TableKind(titleWith: Substring(title)) { return kind }
            // Lists of projects and of what is bought are no tables of expenditure.
            if title.holds("项目支出") || title.holds("采购") { return nil }
            if title.holds("收入") { return .income }
            if title.holds("支出") { return .expenditure }
        }
        return nil
    }
}
