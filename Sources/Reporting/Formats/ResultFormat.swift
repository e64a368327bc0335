/// How the result of an analysis is written: as text, as a workbook, or as a page.
///
/// The raw value is the spelling of `--format` on the command line.
package enum ResultFormat: String, Hashable, Sendable, CaseIterable {
    /// Aligned columns for a terminal.
    case table
    /// JSON with sorted keys (RFC 8259).
    case json
    /// Comma-separated values with a header row (RFC 4180).
    case csv
    /// A Markdown pipe table.
    case markdown
    /// An Office Open XML workbook.
    case xlsx
    /// One HTML file that needs nothing else.
    case html

    /// The format of text; `nil` for workbooks and pages.
    package var text: OutputFormat? { OutputFormat(rawValue: rawValue) }

    /// The format that the ending of a file name stands for; `nil` for other endings.
    package init?(ending path: String) {
        let endings: [(String, ResultFormat)] = [
            (".json", .json), (".csv", .csv), (".md", .markdown), (".xlsx", .xlsx), (".html", .html), (".htm", .html),
        ]
        let name = path.lowercased()
        guard let found = endings.first(where: { name.hasSuffix($0.0) }) else { return nil }
        self = found.1
    }

    /// The ending of a name that no result is written as; `nil` for one that is, for `.txt`, and for a name without one.
    package static func foreignEnding(of path: String) -> String? {
        let name = path.lowercased().split(separator: "/").last.map(String.init) ?? ""
        guard ResultFormat(ending: name) == nil, let dot = name.lastIndex(of: "."), dot > name.startIndex else {
            return nil
        }
        let ending = String(name[dot...])
        // A number behind a dot is part of a name: `2023.2`.
        // Settings and registers are text of their own.
        guard ![".txt", ".yaml", ".yml", ".tsv"].contains(ending), ending.count > 1,
            ending.dropFirst().contains(where: \.isLetter)
        else { return nil }
        return ending
    }
}
