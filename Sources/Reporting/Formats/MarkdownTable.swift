import Platform

/// Writes rows as a Markdown pipe table (GitHub Flavored Markdown, section 4.10).
enum MarkdownTable {
    /// The lines of the table.
    static func lines(headings: [(title: String, isTrailing: Bool)], rows: [[String]]) -> [String] {
        var lines = [line(headings.map { escaped($0.title) })]
        lines.append(line(headings.map { $0.isTrailing ? "---:" : "---" }))
        lines += rows.map { line($0.map(escaped)) }
        return lines
    }

    private static func line(_ cells: [String]) -> String {
        "| " + cells.joined(separator: " | ") + " |"
    }

    /// The text with everything escaped that Markdown would read as markup, on one line.
    static func escaped(_ text: String) -> String {
        var result = ""
        for character in VisibleText.singleLine(text) {
            if "\\|`*_[]<>".contains(character) { result.append("\\") }
            if character == "&" { result += "&amp;" } else { result.append(character) }
        }
        return result
    }
}
