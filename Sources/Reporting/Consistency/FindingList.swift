import Consistency
import FinalAccounts
import Platform

/// What does not fit in one document, written out for people on a terminal: wrapped, nothing cut off.
///
/// A finding is a sentence, a quote and an advice: side by side in a terminal's width none of them can be read.
package struct FindingList: Sendable {
    private let table: FindingTable
    private let accepted: [CheckOutput.Accepted]
    private let terminal: Terminal

    /// Prepares a list.
    ///
    /// - Parameter accepted: what was settled before; it stands below what is new, with who settled it and why.
    package init(_ table: FindingTable, accepted: [CheckOutput.Accepted] = [], terminal: Terminal) {
        self.table = table
        self.accepted = accepted
        self.terminal = terminal
    }

    /// The lines, with one at the end that is blank.
    package var text: String {
        let entries = table.findings.map(entry) + accepted.map(settled)
        let isSettled = table.findings.isEmpty && !accepted.isEmpty
        let summary = isSettled ? table.language.words("没有新问题", "nothing new") : table.summary
        return ([["\(table.file): \(summary)"]] + entries).map { $0.joined(separator: "\n") }
            .joined(separator: "\n\n") + "\n"
    }

    private func entry(_ finding: Finding) -> [String] {
        let heads = head(FindingTable.label(finding.severity), finding)
        return heads.map { coloured($0, finding.severity) } + wrapped("", finding.message)
            + wrapped(table.language.words("原文：", "Quote: "), finding.quote)
            + wrapped(table.language.words("建议：", "To do: "), finding.suggestion)
    }

    private func settled(_ item: CheckOutput.Accepted) -> [String] {
        head(Bilingual("已核实", "settled"), item.finding) + wrapped("", item.finding.message)
            + wrapped("\(item.who)\(table.language.words("：", ": "))", item.why)
    }

    private func head(_ label: Bilingual, _ finding: Finding) -> [String] {
        var head = "\(label.text(in: table.language))  \(FindingTable.title(of: finding, in: table.language))"
        head += table.language.words("（\(finding.rule)）", " (\(finding.rule))")
        if let page = finding.page { head += table.language.words("  第\(page)页", "  page \(page)") }
        return terminal.width.map { DisplayWidth.wrap(head, to: max(20, $0 - 1), indent: 2) } ?? [head]
    }

    private func wrapped(_ label: String, _ words: String) -> [String] {
        guard !words.isEmpty else { return [] }
        let line = "  " + label + VisibleText.singleLine(words)
        guard let width = terminal.width else { return [line] }
        return DisplayWidth.wrap(line, to: max(20, width - 1), indent: 2 + DisplayWidth.of(label))
    }

    private func coloured(_ words: String, _ severity: FindingSeverity) -> String {
        guard terminal.usesColour else { return words }
        switch severity {
        case .error: return "\u{1B}[31m\(words)\u{1B}[0m"
        case .warning: return "\u{1B}[33m\(words)\u{1B}[0m"
        case .note: return words
        }
    }
}
