import Disclosures
import FinalAccounts
import OfficialForm
import Platform

/// One figure at one place of a document.
struct Fact: Sendable {
    typealias ID = Int

    /// Where a figure stands.
    struct Place: Hashable, Sendable {
        /// The page, counted from 1.
        var page: Int?
        /// The sentence or row as printed.
        var quote: String
        /// The part of the form; `.tables` for cells.
        var section: Section
        /// The table, for cells.
        var table: TableKind?
        /// Where the number stands in the running text; `nil` for cells and for the parts of a subject line.
        var range: Range<Int>?
    }

    var id: ID
    var number: StatedNumber
    /// What the figure is of, for people: 收入合计.
    var label: Bilingual
    var place: Place

    /// Whether it is a sum of money.
    var isAmount: Bool { if case .amount = number.kind { true } else { false } }

    /// Whether a slip of the hand in its digits may be told by them.
    var isOfDigits: Bool { isAmount || number.kind == .plain }
}
