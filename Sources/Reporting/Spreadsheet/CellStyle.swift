/// How a cell looks; cells of the same style share one format in the file.
struct CellStyle: Hashable, Sendable {
    /// How a number is shown.
    enum NumberFormat: Hashable, Sendable {
        /// As it is.
        case general
        /// Grouped thousands with a number of decimals.
        case grouped(decimals: Int)
        /// The same with nothing for zero.
        case groupedOrBlank(decimals: Int)
        /// A percentage with two decimals.
        case percent
        /// A whole number without grouping, such as a year.
        case plain
        /// Text even where it looks like a number, such as a code with leading zeros.
        case text
        /// A tick for what is above zero, nothing else.
        case mark
        /// A number that only formulas see.
        case hidden

        /// The format's code in the file.
        var code: String {
            switch self {
            case .general: "General"
            case .grouped(let decimals):
                decimals == 0 ? "#,##0;-#,##0" : Self.digits(decimals)
            case .groupedOrBlank(let decimals): "\(Self.digits(decimals));-\(Self.digits(decimals));"
            case .percent: "0.00%"
            case .plain: "0"
            case .text: "@"
            case .mark: "\"✓\";;"
            case .hidden: ";;;"
            }
        }

        private static func digits(_ decimals: Int) -> String {
            decimals == 0 ? "#,##0" : "#,##0.\(String(repeating: "0", count: decimals))"
        }
    }

    var number: NumberFormat = .general
    var isBold = false
    var isItalic = false
    var fontSize: Double = 10.5
    /// The colour of the letters, 0xRRGGBB.
    var colour: UInt32 = 0x1C2733
    /// The colour of the ground; `nil` for none.
    var ground: UInt32?
    var indent = 0
    var isCentered = false
    var isTrailing = false
    var wraps = false
    var hasBottomLine = false
    var hasTopLine = false

    /// Ordinary text.
    static let body = CellStyle()
    /// A heading over a sheet.
    static let title = CellStyle(isBold: true, fontSize: 16)
    /// A remark.
    static let remark = CellStyle(fontSize: 9.5, colour: 0x51606D)
    /// The head of a column.
    static let head = CellStyle(
        isBold: true, colour: 0xFFFFFF, ground: 0x1F5F8B, isCentered: true, wraps: true, hasBottomLine: true)
    /// Text that runs over several lines, set off from the number before it.
    static let wrapped = CellStyle(indent: 1, wraps: true, hasBottomLine: true)
    /// Words that open a file.
    static let link = CellStyle(colour: 0x1F5F8B, indent: 1, wraps: true, hasBottomLine: true)
    /// A cell a person fills in.
    static let inputGround: UInt32 = 0xFFF8DC
}
