import FinalAccounts
import OfficialForm

/// A table as rows and columns of text, whatever form it was found in, with every column's meaning settled.
struct TableGrid: Sendable {
    /// What a column holds.
    enum ColumnKind: Hashable, Sendable {
        /// The subject code or one of its parts.
        case code
        /// The subject's name or the row's label.
        case label
        /// An amount; the role is `nil` where the header is not one of the form's.
        case amount(ColumnRole?)
        /// Row numbers and the like.
        case ignored
    }

    /// A column.
    struct Column: Hashable, Sendable {
        var kind: ColumnKind
        /// The header's words from the widest tier down, joined with `/`.
        var header: String
        /// Which of the tables side by side it belongs to, from the left.
        var group = 0
    }

    /// A row; one cell for each column.
    struct Row: Hashable, Sendable {
        var cells: [String]
        var page: Int?
        /// How sure the least sure word of the row is; `nil` for text.
        var confidence: Double?
    }

    var kind: TableKind
    var title: String
    var unit: AmountUnit?
    var page: Int?
    var sheet: String?
    /// Whether it was read from a picture whose rules show its cells.
    var isRuled = false
    var columns: [Column] = []
    var rows: [Row] = []
    var notes: [String] = []

    /// Blanks all amounts: those of a table in another currency are no amounts of yuan.
    mutating func dropAmounts() {
        for place in columns.indices {
            guard case .amount = columns[place].kind else { continue }
            for row in rows.indices where place < rows[row].cells.count { rows[row].cells[place] = "" }
        }
    }
}
