import Disclosures
import OfficialForm

/// One of the nine tables as it is printed: header cells over columns, and rows of text.
package struct SyntheticTable: Sendable {
    /// A column.
    struct Column: Sendable {
        enum Alignment: Sendable { case left, right }
        var width: Double
        var alignment: Alignment
    }

    /// A cell of the header, over one or more columns and tiers, its lines broken where the official form breaks them.
    struct HeaderCell: Sendable {
        var text: String
        var columns: Range<Int>
        var tiers: Range<Int>

        init(_ text: String, _ columns: Range<Int>, _ tiers: Range<Int>) {
            self.text = text
            self.columns = columns
            self.tiers = tiers
        }
    }

    /// Which table it is.
    package var kind: TableKind
    /// The title.
    package var title: String
    var isLandscape: Bool
    var columns: [Column]
    var header: [HeaderCell]
    /// The rows below the header, one text for each column.
    package var rows: [[String]]
    /// The remarks below.
    package var notes: [String]
}
