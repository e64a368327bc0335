import Foundation

/// Real subject names by code, read from the project's own dictionary.
package struct SubjectNames: Sendable {
    var functional: [String: String] = [:]
    var economic: [String: String] = [:]

    /// Reads `functional.tsv` and `economic.tsv` of a folder.
    package init(folder: URL) throws {
        functional = try Self.names(folder.appending(path: "functional.tsv"))
        economic = try Self.names(folder.appending(path: "economic.tsv"))
    }

    private static func names(_ file: URL) throws -> [String: String] {
        var names: [String: String] = [:]
        for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n").dropFirst() {
            let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
            guard cells.count > 4, cells[4].isEmpty else { continue }
            names[String(cells[0])] = String(cells[1])
        }
        return names
    }
}
