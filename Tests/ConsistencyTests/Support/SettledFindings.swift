import Consistency
import Foundation

/// What is wrong in a real document, settled by hand; see Findings/README.md.
struct SettledFindings: Decodable {
    struct Entry: Decodable, CustomStringConvertible {
        var rule: String
        var severity: FindingSeverity
        var page: Int?
        var quote: String
        var description: String { "\(severity.rawValue) \(rule) p\(page.map(String.init) ?? "-") \(quote)" }
    }

    struct Trap: Decodable, CustomStringConvertible {
        var page: Int?
        var quote: String
        var description: String { "p\(page.map(String.init) ?? "-") \(quote)" }
    }

    var document: String
    var findings: [Entry]
    var traps: [Trap]

    static func read(_ name: String) throws -> SettledFindings {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        let file = folder.appending(path: "Findings/\(name).json")
        return try JSONDecoder().decode(SettledFindings.self, from: Data(contentsOf: file))
    }

    /// The words without blanks, brackets and quotation marks in one form.
    static func plain(_ words: String) -> String {
        String(
            words.filter { !$0.isWhitespace }.map { character -> Character in
                switch character {
                case "（": "("
                case "）": ")"
                case "“", "”": "\""
                case "％": "%"
                default: character
                }
            })
    }
}

extension SettledFindings.Entry {
    /// Whether a finding is the one meant: its rule, its page where there are pages, and the words that name the place.
    func matches(_ finding: Finding) -> Bool {
        guard finding.rule == rule, finding.page == page || page == nil else { return false }
        let words = SettledFindings.plain(quote)
        return SettledFindings.plain(finding.quote).contains(words)
            || SettledFindings.plain(finding.message).contains(words)
    }
}

extension SettledFindings.Trap {
    /// Whether a finding complains of the very words that are right.
    func isSprung(by finding: Finding) -> Bool {
        guard finding.severity != .note, finding.page == page || page == nil, let stated = finding.stated else {
            return false
        }
        let words = SettledFindings.plain(quote)
        return SettledFindings.plain(finding.quote).contains(words) && words.contains(SettledFindings.plain(stated))
    }
}
