/// A column of a table: its name for programs, its heading for people, how it lines up and who sees it.
package struct ReportColumn: Hashable, Sendable {
    /// What the cells of a column hold.
    package enum Kind: Hashable, Sendable {
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
    package enum Audience: Hashable, Sendable {
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
    package let key: String
    /// The heading for people.
    package let title: String
    /// What the cells hold.
    package let kind: Kind
    /// Who sees the column.
    package let audience: Audience
    /// 0 for columns that always stand; the larger the number, the earlier a narrow terminal goes without.
    package let dispensability: Int

    package init(
        _ key: String, title: String, kind: Kind = .text, audience: Audience = .everyone, dispensability: Int = 0
    ) {
        self.key = key
        self.title = title
        self.kind = kind
        self.audience = audience
        self.dispensability = dispensability
    }

    /// Whether cells stand flush right.
    package var isTrailing: Bool { kind == .amount || kind == .number }

    /// Whether a format shows the column.
    package func isShown(in format: OutputFormat) -> Bool {
        switch audience {
        case .everyone: true
        case .people: !format.isForPrograms
        case .documents: format != .table
        case .programs: format.isForPrograms
        }
    }
}
