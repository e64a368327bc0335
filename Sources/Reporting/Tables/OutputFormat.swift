/// How a table is written: for people or for programs.
///
/// The raw value is the spelling of `--format` on the command line.
package enum OutputFormat: String, Hashable, Sendable, CaseIterable {
    /// Aligned columns for a terminal.
    case table
    /// JSON with sorted keys (RFC 8259).
    case json
    /// Comma-separated values with a header row (RFC 4180).
    case csv
    /// A Markdown pipe table.
    case markdown

    /// Whether the format is read by programs, which get every column, machine names and exact amounts.
    package var isForPrograms: Bool {
        self == .json || self == .csv
    }
}
