import FinalAccounts
import Foundation

/// The tables that ship under `Data/subjects`, and the documents beside the repository.
enum ShippedCatalog {
    private static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// A real disclosure that names its subjects in prose, without codes.
    static let disclosure = root.appendingPathComponent("../shared/disclosures/qingling-2023.txt").standardizedFileURL

    static func text(_ name: String) throws -> String {
        try String(contentsOf: root.appendingPathComponent("Data/subjects/\(name).tsv"), encoding: .utf8)
    }

    static func load() throws -> SubjectCatalog {
        try SubjectCatalog(
            functional: text("functional"), economic: text("economic"), crosswalk: text("crosswalk"))
    }

    /// Every subject path that the prose of the disclosure names, as (类, 款, 项).
    static func pathsInDisclosure() throws -> [[String]] {
        let text = try String(contentsOf: disclosure, encoding: .utf8)
        let flat = String(text.unicodeScalars.filter { !CharacterSet.whitespacesAndNewlines.contains($0) })
            .replacingOccurrences(of: "(类)", with: "（类）")
        let pattern = try NSRegularExpression(
            pattern: "[0-9]\\.([^0-9。；，、（）]{2,20})（类）(支出)?([^。；，]{2,30})（款）([^。；，]{2,40})（项）")
        let range = NSRange(flat.startIndex..., in: flat)
        return pattern.matches(in: flat, range: range).map { match in
            [1, 3, 4].map { group in
                Range(match.range(at: group), in: flat).map { String(flat[$0]) } ?? ""
            }
        }
    }
}
