/// A workbook as a value: what ``SpreadsheetFile`` writes.
struct Spreadsheet: Hashable, Sendable {
    /// The document's title.
    var title: String
    /// The year its properties are dated with, so that the same content makes the same file.
    var year: Int
    /// The sheets, in order.
    var sheets: [Sheet]

    /// One sheet.
    struct Sheet: Hashable, Sendable {
        /// The name on its tab, 1 to 31 characters.
        var name: String
        /// The widths of the columns, in characters.
        var widths: [Double] = []
        /// Columns that are not shown.
        var hiddenColumns: Set<Int> = []
        /// The rows, from the first.
        var rows: [Row] = []
        /// How many rows stay in view.
        var frozenRows = 0
        /// How many columns stay in view.
        var frozenColumns = 0
        /// The row that is repeated on every printed page; `nil` for none.
        var repeatedRow: Int?
        /// Whether the sheet is shown at all.
        var isHidden = false
        /// Whether it is printed on A3 rather than A4.
        var isWide = false
        /// How many pages a row may take in print; the columns that stay in view are printed on each.
        var pagesWide = 1
        /// Rules that colour cells by what they hold.
        var rules: [Rule] = []
        /// Cells that only take a number.
        var numberInputs: [NumberInput] = []
        /// Cells that take one of some words.
        var choices: [Choice] = []
        /// Whether rows can be filtered by the repeated row.
        var isFiltered = false
    }

    /// One row.
    struct Row: Hashable, Sendable {
        /// The cells, from the first column.
        var cells: [Cell]
        /// The height in points; `nil` for the usual one.
        var height: Double?
        /// How deep the row stands in the outline that can be folded.
        var outline = 0

        init(_ cells: [Cell], height: Double? = nil, outline: Int = 0) {
            self.cells = cells
            self.height = height
            self.outline = outline
        }
    }

    /// One cell.
    struct Cell: Hashable, Sendable {
        /// What a cell holds.
        enum Value: Hashable, Sendable {
            case blank
            case text(String)
            case number(Double)
            /// A formula and the number it has now, for readers that do not compute.
            case formula(String, now: Double?)
            /// A formula that answers with words, and what it says now.
            case wordFormula(String, now: String)
            /// Words that open a file beside the workbook.
            case link(String, path: String)
        }

        var value: Value
        var style: CellStyle

        init(_ value: Value, _ style: CellStyle = .body) {
            self.value = value
            self.style = style
        }

        static func text(_ text: String, _ style: CellStyle = .body) -> Cell {
            Cell(text.isEmpty ? .blank : .text(text), style)
        }
    }

    /// A rectangle of cells.
    struct Area: Hashable, Sendable {
        var rows: ClosedRange<Int>
        var columns: ClosedRange<Int>
    }

    /// A rule that colours cells.
    struct Rule: Hashable, Sendable {
        enum Condition: Hashable, Sendable {
            /// The cell's text contains this.
            case contains(String)
            /// The formula, written for the area's first cell, holds.
            case formula(String)
        }

        var area: Area
        var condition: Condition
        var colour: UInt32
        var ground: UInt32
    }

    /// Cells that only take a number, with what is said when they are chosen.
    struct NumberInput: Hashable, Sendable {
        var area: Area
        var title: String
        var message: String
    }

    /// Cells that take one of some words, or none.
    struct Choice: Hashable, Sendable {
        var area: Area
        var words: [String]
    }
}
