import Platform
import Reporting

/// Lays a screen of help out: options in two columns, as wide as the terminal is, with Chinese letters counted as two.
///
/// The argument parser wraps by the number of characters, and breaks examples that are there to be pasted.
enum HelpScreen {
    /// More columns than any line has, so that the argument parser breaks none.
    static let unbroken = 1 << 14
    /// The width where no terminal tells one.
    static let usualWidth = 100
    private static let label = 28
    private static let sections = ["ARGUMENTS:", "OPTIONS:", "SUBCOMMANDS:", "参数：", "选项：", "子命令："]

    /// The text laid out.
    static func text(_ text: String, width: Int) -> String {
        var lines: [String] = []
        var isList = false
        var pending: String?
        for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
            if let head = pending {
                pending = nil
                let isText = line.hasPrefix("    ")
                lines += entry(head, isText ? line.trimmed : "", width)
                if isText { continue }
            }
            if sections.contains(line) { isList = true }
            if line.isEmpty { isList = false }
            guard isList, line.hasPrefix("  ") else {
                // What is indented is there to be pasted.
                lines += line.hasPrefix("  ") ? [line] : DisplayWidth.wrap(line, to: width)
                continue
            }
            let entry = line.dropFirst(2)
            guard
                let gap = zip(entry.utf8.indices, entry.utf8.indices.dropFirst()).first(where: {
                    isBlank($0, in: entry) && isBlank($1, in: entry)
                })?.0
            else {
                pending = String(entry)
                continue
            }
            lines += self.entry(String(entry[..<gap]), entry[gap...].trimmed, width)
        }
        if let pending { lines += entry(pending, "", width) }
        return lines.joined(separator: "\n")
    }

    private static func isBlank(_ index: Substring.Index, in line: Substring) -> Bool {
        line.utf8[index] == UInt8(ascii: " ")
    }

    private static func entry(_ name: String, _ words: String, _ width: Int) -> [String] {
        let head = "  " + name
        guard !words.isEmpty else { return [head] }
        let parts = DisplayWidth.wrap(words, to: max(24, width - label))
        let indent = String(repeating: " ", count: label)
        let isShort = DisplayWidth.of(head) <= label - 2
        let first =
            isShort ? [DisplayWidth.pad(head, to: label, trailing: false) + parts[0]] : [head, indent + parts[0]]
        return first + parts.dropFirst().map { indent + $0 }
    }
}
