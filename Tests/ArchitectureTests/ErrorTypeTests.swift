import Foundation
import Testing

/// Holds every error type of `Sources` to the one protocol of errors.
@Suite("Errors")
struct ErrorTypeTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// Details that are turned into an explained error before they leave their reader.
    private static let details: Set<String> = ["Failure", "UnclosedQuote", "UnknownKey"]

    @Test("No type is a bare error: each says its kind, its place and what to do")
    func errorsAreExplained() throws {
        let folder = Self.root.appending(path: "Sources")
        let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)?.allObjects ?? []
        for case let file as URL in files where file.pathExtension == "swift" {
            for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
                let words = line.split { " ,:{".contains($0) }
                guard words.contains("Error"),
                    let place = words.firstIndex(where: { ["struct", "enum", "class", "extension"].contains($0) }),
                    words.indices.contains(place + 1)
                else { continue }
                #expect(Self.details.contains(String(words[place + 1])), "\(file.lastPathComponent): \(line)")
            }
        }
    }
}
