import Foundation

/// Reads a golden file of comma-separated values beside the tests; no cell holds a comma.
enum Golden {
    static func rows(
        _ name: String, in place: String = "Goldens", file: String = #filePath
    ) throws -> [[String: String]] {
        let folder = URL(filePath: file).deletingLastPathComponent().deletingLastPathComponent()
        let text = try String(contentsOf: folder.appending(path: "\(place)/\(name)"), encoding: .utf8)
        let lines = text.split(separator: "\n").map { $0.split(separator: ",", omittingEmptySubsequences: false) }
        guard let header = lines.first else { return [] }
        return lines.dropFirst().map { cells in
            Dictionary(uniqueKeysWithValues: zip(header, cells).map { (String($0), String($1)) })
        }
    }
}
