/// A column of a table: its name for programs, its heading for people, how it lines up and who sees it.
public struct ReportColumn: Hashable, Sendable {
    /// What the cells of a column hold.
    public enum Kind: Hashable, Sendable {
        /// Words, set flush left and shortened when the terminal is narrow.
        case text
        /// Short words or codes, set flush left and never shortened.
        case label
        /// Money, set flush right; the heading names the unit for people.
        case amount
        /// Other numbers, set flush right.
        case number
    }

    /// Who a column is for.
    public enum Audience: Hashable, Sendable {
        /// Every format.
        case everyone
        /// Tables and Markdown only.
        case people
        /// Every format but the table of a terminal, which tells the same below each row (``ReportTable/details``).
        case documents
        /// JSON and CSV only.
        case programs
    }

    /// The name in CSV headers and JSON objects.
    public let key: String
    /// The heading for people.
    public let title: String
    /// What the cells hold.
    public let kind: Kind
    /// Who sees the column.
    public let audience: Audience
    /// 0 for columns that always stand; the larger the number, the earlier a narrow terminal goes without.
    public let dispensability: Int

    /// Creates a column.
    public init(
        _ key: String, title: String, kind: Kind = .text, audience: Audience = .everyone, dispensability: Int = 0
    ) {
        self.key = key
        self.title = title
        self.kind = kind
        self.audience = audience
        self.dispensability = dispensability
    }

    /// Whether cells stand flush right.
    public var isTrailing: Bool { kind == .amount || kind == .number }

    /// Whether a format shows the column.
    public func isShown(in format: OutputFormat) -> Bool {
        switch audience {
        case .everyone: true
        case .people: !format.isForPrograms
        case .documents: format != .table
        case .programs: format.isForPrograms
        }
    }
}
