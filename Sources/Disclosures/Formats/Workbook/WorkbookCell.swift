import Interchange

/// One cell of a sheet that holds something.
public struct WorkbookCell: Hashable, Sendable {
    /// What a cell holds. A formula's cell holds the value that was computed when the file was saved.
    public enum Content: Hashable, Sendable {
        /// Text, as typed.
        case text(String)
        /// A number in decimal digits with a point; as exact as the file has it, see ``WorkbookNumber``.
        case number(String)
        /// A day, `2023-12-31`, or with a time of day `2023-12-31 08:30:00`.
        case date(String)
        /// TRUE or FALSE.
        case boolean(Bool)
        /// `#REF!` and the like.
        case error(String)
    }

    /// The row, counted from 1.
    public var row: Int
    /// The column, counted from 1.
    public var column: Int
    /// What it holds.
    public var content: Content
    /// Whether a formula computes it.
    public var isFormula = false
    /// Whether it is shown as a percentage; the content is the number itself (0.95 for 95%).
    public var isPercentage = false
    /// How many places its number format moves the point to the left of what is stored: 4 where yuan are shown as 万元.
    public var scale = 0

    /// The content in words: numbers with a point and without separators.
    public var text: String {
        switch content {
        case .text(let text), .number(let text), .date(let text), .error(let text): text
        case .boolean(let value): value ? "TRUE" : "FALSE"
        }
    }

    /// The number; `nil` for anything else.
    public var number: String? { if case .number(let text) = content { text } else { nil } }

    /// The cell's name: `B7`.
    public var reference: String { CellReference(row: row, column: column).name }
}
